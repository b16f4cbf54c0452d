using System.Net;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Dossiers;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Tasks;

public sealed class SupplementTests
{
    const string Code = "wait-supplement-squid";

    static readonly byte[] Pdf = "%PDF-1.4 phiếu kiểm nghiệm mới"u8.ToArray();

    WebSite site = null!;
    Visitor producer = null!;
    string address = "";

    [SetUp]
    public async Task OpenAsync()
    {
        site = await WebSite.OpenAsync();
        producer = await site.SignInAsync("producer");
        address = await site.AddressOfTaskAsync(Code);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        producer.Dispose();
        await site.DisposeAsync();
    }

    [Test]
    public async Task The_demo_producer_is_the_one_who_was_asked_for_more()
    {
        var products = await producer.GetAsync("/producer");
        var form = await producer.GetAsync(address);

        Assert.That(products.Text, Does.Contain("Mực một nắng La Gi").And.Contain("Bổ sung, hoàn thiện hồ sơ"));
        Assert.That(products.Body, Does.Contain(address));
        Assert.That(form.Text, Does.Contain("Giấy kiểm nghiệm đã quá 12 tháng; đề nghị bổ sung phiếu mới."), "what was asked for is shown");
    }

    [Test]
    public async Task A_file_is_added_and_the_dossier_sent_back()
    {
        var form = await producer.GetAsync(address);
        var added = await producer.PostFilesAsync(address, form, [.. Row(0, "8"), ("_handler", "act"), ("key", form.Value("key")!), ("note", ""), ("add", "yes")], ("file-0", "phieu.pdf", Pdf));
        Assert.That(added.Text, Does.Contain("Phiếu kiểm nghiệm 2026").And.Contain("phieu.pdf"));
        var question = await producer.PostAsync(address, added, ("_handler", "act"), ("key", added.Value("key")!), ("note", "Đã thêm phiếu mới"), ("kept", added.Value("kept")!), ("outcome", "Resubmitted"));
        Assert.That(question.Text, Does.Contain("Gửi lại hồ sơ?").And.Contain("Phiếu kiểm nghiệm 2026 (phieu.pdf"));

        var done = await producer.PostAsync(address, question, ("_handler", "act"), ("key", question.Value("key")!), ("note", question.Value("note")!), ("kept", question.Value("kept")!), ("outcome", "Resubmitted"), ("confirmed", "yes"));

        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect), done.Text);
        Assert.That((await site.OpenTaskAsync(Code)).Name, Is.EqualTo("province-reception"));
        var evidence = await producer.GetAsync(await site.AddressOfAsync(Code) + "/evidence");
        Assert.That(evidence.Text, Does.Contain("Phiếu kiểm nghiệm 2026").And.Contain("Có giá trị đến 31/12/2027."));
        var item = await site.ReadAsync(db => db.Evidence.AsNoTracking().SingleAsync(e => e.Title == "Phiếu kiểm nghiệm 2026"));
        var file = await producer.GetAsync($"/evidence/{item.Id}");
        Assert.That(file.Bytes, Is.EqualTo(Pdf));
    }

    [Test]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_at_its_field_and_the_rest_is_kept()
    {
        var form = await producer.GetAsync(address);

        var refused = await producer.PostFilesAsync(address, form,
            [.. Row(0, "8"), .. Row(1, "7"), ("_handler", "act"), ("key", form.Value("key")!), ("note", "Xem kèm"), ("outcome", "Resubmitted")],
            ("file-0", "phieu.pdf", Pdf), ("file-1", "anh.png", "<script>alert(1)</script>"u8.ToArray()));

        Assert.That(refused.Text, Does.Contain("Chưa thực hiện được").And.Contain("Tệp anh.png không phải PDF, PNG, JPEG, WebP."));
        Assert.That(refused.Body, Does.Contain($"{address}#file-1"));
        Assert.That(refused.Values("kept"), Has.Count.EqualTo(1), "the good file need not be chosen again");
        Assert.That(refused.Text, Does.Contain("Xem kèm"));
        Assert.That((await site.OpenTaskAsync(Code)).Name, Is.EqualTo("supplement"));
    }

    [Test]
    public async Task A_file_that_was_never_received_here_cannot_be_claimed()
    {
        var form = await producer.GetAsync(address);

        var question = await producer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", ""), ("kept", "CfDJ8forged"), ("outcome", "Resubmitted"));

        Assert.That(question.Values("kept"), Is.Empty);
    }

    [Test]
    public async Task A_level_of_the_self_assessment_is_changed_alone()
    {
        var dossier = await site.DossierAsync(Code);
        var before = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string?>>(dossier.SelfAssessment)!;
        var form = await producer.GetAsync(address);
        var fields = new (string, string)[] { ("_handler", "act"), ("key", form.Value("key")!), ("note", ""), ("outcome", "Resubmitted"), ("claim-1.1", "1.1.a"), ("claim-1.2", before["1.2"] ?? "") };
        var question = await producer.PostAsync(address, form, fields);
        Assert.That(question.Text, Does.Contain("Tự đánh giá thay đổi 1.1 –"));

        var done = await producer.PostAsync(address, question, [.. fields, ("confirmed", "yes")]);

        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect), done.Text);
        var after = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string?>>((await site.DossierAsync(Code)).SelfAssessment)!;
        Assert.That(after.Where(c => c.Value != before[c.Key]).Select(c => c.Key), Is.EqualTo(new[] { "1.1" }).Or.Empty);
        Assert.That(after["1.1"], Is.EqualTo("1.1.a"));
    }

    [Test]
    public async Task Withdrawing_needs_no_reason_and_closes_the_dossier()
    {
        var form = await producer.GetAsync(address);
        var question = await producer.PostAsync(address, form, ("_handler", "act"), ("key", form.Value("key")!), ("note", ""), ("outcome", "Withdrawn"));

        var done = await producer.PostAsync(address, question, ("_handler", "act"), ("key", question.Value("key")!), ("note", ""), ("outcome", "Withdrawn"), ("confirmed", "yes"));
        var page = await producer.GetAsync(done.Location!);

        Assert.That(page.Text, Does.Contain("Hồ sơ đã đóng theo đề nghị rút."));
        Assert.That((await site.DossierAsync(Code)).State, Is.EqualTo(DossierState.Withdrawn));
    }

    static (string, string)[] Row(int row, string criterion) =>
        [($"criterion-{row}", criterion), ($"kind-{row}", "test-report"), ($"title-{row}", "Phiếu kiểm nghiệm 2026"), ($"issued-{row}", "2026-11-01"), ($"until-{row}", "2027-12-31")];
}
