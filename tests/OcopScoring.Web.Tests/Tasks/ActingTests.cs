using System.Net;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Tasks;

public sealed class ActingTests
{
    WebSite site = null!;

    [SetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public async Task An_officer_sees_what_waits_and_passes_a_dossier_on()
    {
        using var officer = await site.SignInAsync(Cast.OfficerHere);
        var work = await officer.GetAsync("/tasks");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        Assert.That(work.Body, Does.Contain(address));
        Assert.That(work.Text, Does.Contain("Nấm đùi gà tươi Đức Trọng").And.Contain("Hạn 07/12/2026 còn 10 ngày làm việc"));

        var form = await officer.GetAsync(address);
        Assert.That(form.Text, Does.Contain("QĐ26 Điều 7.2").And.Contain("không chấm điểm").And.Contain("Báo cáo và văn bản đề nghị cùng hồ sơ được gửi lên"));
        var question = await officer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", "Đủ bốn nội dung."), ("outcome", "Endorsed"));
        Assert.That(question.Text, Does.Contain("Đề nghị tỉnh đánh giá, phân hạng?").And.Contain("Đủ bốn nội dung.").And.Contain("không rút lại được"));
        Assert.That((await site.OpenTaskAsync(Cast.WaitingDossier)).Name, Is.EqualTo("commune-appraisal"), "nothing is done before it is confirmed");

        var done = await ConfirmAsync(officer, address, question);

        Assert.That(done.Location, Is.EqualTo(await site.AddressOfAsync(Cast.WaitingDossier)));
        Assert.That((await site.OpenTaskAsync(Cast.WaitingDossier)).Name, Is.EqualTo("province-reception"));
        var dossier = await officer.GetAsync(done.Location!);
        Assert.That(dossier.Text, Does.Contain("Đã thực hiện: Đề nghị tỉnh đánh giá, phân hạng").And.Contain("Hồ sơ nay ở bước: Tiếp nhận, kiểm tra hồ sơ cấp tỉnh (Cơ quan tham mưu quản lý OCOP cấp tỉnh)."));
        Assert.That((await officer.GetAsync(done.Location!)).Text, Does.Not.Contain("Đã thực hiện"), "the notice is shown once");
        Assert.That((await officer.GetAsync(done.Location! + "/history")).Text, Does.Contain("Đủ bốn nội dung.").And.Contain(Cast.OfficerHere));
    }

    [Test]
    public async Task After_a_deed_the_next_task_is_one_click_away()
    {
        using var officer = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);

        var done = await ActAsync(officer, address, "Endorsed", "");
        var page = await officer.GetAsync(done.Location!);

        Assert.That(page.Text, Does.Contain("Việc tiếp theo: Đánh giá một số nội dung của hồ sơ – Bơ 034 Đức Lập"));
        Assert.That(page.Body, Does.Contain(await site.AddressOfTaskAsync("wait-commune-avocado")));
    }

    [Test]
    public async Task Returning_without_a_reason_is_refused_at_the_field()
    {
        using var officer = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        var form = await officer.GetAsync(address);

        var refused = await officer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", " "), ("outcome", "Returned"));

        Assert.That(refused.Text, Does.Contain("Chưa thực hiện được").And.Contain("“Yêu cầu chủ thể bổ sung” cần nêu lý do."));
        Assert.That(refused.Body, Does.Contain($"{address}#note").And.Contain("field--wrong"));
        Assert.That(refused.Value("key"), Is.EqualTo(form.Value("key")));
    }

    [Test]
    public async Task Going_back_from_the_question_keeps_what_was_typed()
    {
        using var officer = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        var form = await officer.GetAsync(address);
        var question = await officer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", "Thiếu hợp đồng <b>gốc</b>"), ("outcome", "Returned"));

        var back = await officer.PostAsync(address, question, ("_handler", "act"), ("key", question.Value("key")!), ("note", question.Value("note")!), ("outcome", "Returned"), ("back", "yes"));

        Assert.That(back.Text, Does.Contain("Thiếu hợp đồng <b>gốc</b>"));
        Assert.That(back.Body, Does.Not.Contain("<b>gốc</b>"), "as text, not as markup");
        Assert.That((await site.OpenTaskAsync(Cast.WaitingDossier)).Name, Is.EqualTo("commune-appraisal"));
    }

    [Test]
    public async Task A_form_that_is_sent_twice_has_its_effect_once()
    {
        using var officer = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        var question = await AskAsync(officer, address, "Endorsed", "");

        var answers = await Task.WhenAll(ConfirmAsync(officer, address, question), ConfirmAsync(officer, address, question));

        Assert.That(answers.Select(a => a.Status), Has.All.EqualTo(HttpStatusCode.Redirect).Or.Some.EqualTo(HttpStatusCode.Redirect));
        var dossier = await site.DossierAsync(Cast.WaitingDossier);
        Assert.That(await site.ReadAsync(db => db.Journal.CountAsync(j => j.DossierId == dossier.Id && j.Task == "commune-appraisal")), Is.EqualTo(1));
        Assert.That(await site.ReadAsync(db => db.Tasks.CountAsync(t => t.DossierId == dossier.Id)), Is.EqualTo(2));
    }

    [Test]
    public async Task Whoever_comes_second_is_told_who_was_first()
    {
        using var first = await site.SignInAsync(Cast.OfficerHere);
        using var second = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        var question = await AskAsync(second, address, "Refused", "Không đúng quy định");
        await ActAsync(first, address, "Endorsed", "");

        var late = await ConfirmAsync(second, address, question);

        Assert.That(late.Text, Does.Contain("Việc này đã xong, không cần làm nữa.").And.Contain("Cán bộ phụ trách OCOP cấp xã (officer-here)").And.Contain("Đề nghị tỉnh đánh giá, phân hạng"));
        Assert.That((await site.DossierAsync(Cast.WaitingDossier)).State, Is.EqualTo(DossierState.Waiting));
        Assert.That(late.Body, Does.Not.Contain("name=\"outcome\""), "there is nothing left to press");
    }

    [Test]
    public async Task Somebody_else_s_task_cannot_be_done_by_sending_its_form()
    {
        using var officer = await site.SignInAsync("commune-officer");
        using var secretary = await site.SignInAsync("province-secretary");
        var mine = await site.AddressOfTaskAsync("wait-reception-oil");
        var foreign = await officer.GetAsync(mine);
        Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(foreign.Text, Does.Contain("Việc này thuộc về: Cơ quan tham mưu quản lý OCOP cấp tỉnh."));
        var form = await secretary.GetAsync(mine);
        var own = await officer.GetAsync(await site.AddressOfTaskAsync(Cast.WaitingDossier));

        var answer = await officer.PostAsync(mine, own, ("_handler", "act"), ("key", form.Value("key")!), ("outcome", "Accepted"), ("confirmed", "yes"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await site.OpenTaskAsync("wait-reception-oil")).Name, Is.EqualTo("province-reception"));
    }

    [Test]
    public async Task The_chair_signs_and_the_certificate_is_registered()
    {
        using var chair = await site.SignInAsync("province-chair");
        var address = await site.AddressOfTaskAsync("wait-decision-grouper");

        var done = await ActAsync(chair, address, "Approved", "");
        var dossier = await chair.GetAsync(done.Location!);

        Assert.That(dossier.Text, Does.Contain("Sản phẩm đã được công nhận; hồ sơ đã hoàn tất.").And.Contain("Giấy chứng nhận số 0017/2026/GCN-OCOP-68"));
        Assert.That((await chair.GetAsync("/verify/0017-2026-GCN-OCOP-68")).Text, Does.Contain("Giấy chứng nhận thật, còn hiệu lực").And.Contain("Cá mú đỏ phi lê Phú Quý"));
        Assert.That((await site.DossierAsync("wait-decision-grouper")).State, Is.EqualTo(DossierState.Recognised));
    }

    [Test]
    public async Task An_outcome_that_the_task_does_not_have_is_refused()
    {
        using var officer = await site.SignInAsync("commune-officer");
        var address = await site.AddressOfTaskAsync(Cast.WaitingDossier);
        var form = await officer.GetAsync(address);

        var refused = await officer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", "x"), ("outcome", "Approved"), ("confirmed", "yes"));

        Assert.That(refused.Text, Does.Contain("Hãy chọn một kết quả."));
        Assert.That(await site.ReadAsync(db => db.Tasks.CountAsync(t => t.Name == "commune-appraisal" && t.State == TaskState.Open)), Is.EqualTo(2));
    }

    static async Task<Answer> ActAsync(Visitor visitor, string address, string outcome, string note)
    {
        var done = await ConfirmAsync(visitor, address, await AskAsync(visitor, address, outcome, note));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect), done.Text);
        return done;
    }

    static async Task<Answer> AskAsync(Visitor visitor, string address, string outcome, string note)
    {
        var form = await visitor.GetAsync(address);
        return await visitor.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", note), ("outcome", outcome));
    }

    static Task<Answer> ConfirmAsync(Visitor visitor, string address, Answer question) => visitor.PostAsync(address, question,
        ("_handler", "act"), ("key", question.Value("key")!), ("note", question.Value("note") ?? ""), ("outcome", question.Value("outcome")!), ("confirmed", "yes"));
}
