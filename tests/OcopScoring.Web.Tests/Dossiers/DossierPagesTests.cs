using System.Net;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Scoring;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Dossiers;

public sealed class DossierPagesTests
{
    WebSite site = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public async Task The_overview_says_what_it_is_where_it_is_and_draws_the_flow()
    {
        using var chair = await site.SignInAsync("province-chair");

        var page = await chair.GetAsync(await site.AddressOfAsync("wait-decision-grouper"));

        Assert.That(page.Text, Does.Contain("Cá mú đỏ phi lê Phú Quý").And.Contain("Đặc khu Phú Quý, tỉnh Lâm Đồng").And.Contain("Đang ở: Chủ tịch Ủy ban nhân dân cấp tỉnh."));
        Assert.That(page.Body, Does.Contain("class=\"flow-picture\"").And.Contain("is-done").And.Contain("is-open"));
        Assert.That(page.Body, Does.Contain(await site.AddressOfTaskAsync("wait-decision-grouper")), "the chair can act from here");
    }

    [Test]
    public async Task The_history_stands_newest_first_with_role_and_clause()
    {
        using var administrator = await site.SignInAsync("administrator");

        var page = await administrator.GetAsync(await site.AddressOfAsync("rose-decision-returned") + "/history");

        string[] inOrder = ["Công nhận 4 sao", "Ký quyết định công nhận", "vòng 2", "Trả lại Hội đồng cấp tỉnh", "vòng 1", "Gửi báo cáo cho Chủ tịch Hội đồng", "Nhận hồ sơ, giao Tổ tư vấn", "Đề nghị tỉnh đánh giá, phân hạng", "Nộp hồ sơ"];
        var places = inOrder.Select(text => page.Text.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.That(places, Has.All.GreaterThan(0));
        Assert.That(places, Is.Ordered);
        Assert.That(page.Text, Does.Contain("QĐ26 Điều 7.2").And.Contain("Cán bộ phụ trách OCOP cấp xã"));
    }

    [Test]
    public async Task A_supplement_that_ran_out_says_that_it_did_by_itself()
    {
        using var administrator = await site.SignInAsync("administrator");

        var page = await administrator.GetAsync(await site.AddressOfAsync("rice-expired") + "/history");

        Assert.That(page.Text, Does.Contain("Hết hạn bổ sung Tự động, khi hết hạn"));
    }

    [Test]
    public async Task Evidence_and_self_assessment_stand_by_criterion_with_sums_by_part()
    {
        using var administrator = await site.SignInAsync("administrator");
        var address = await site.AddressOfAsync("coffee-5star");

        var evidence = await administrator.GetAsync(address + "/evidence");
        var assessment = await administrator.GetAsync(address + "/self-assessment");

        Assert.That(evidence.Body, Does.Contain("href=\"/evidence/"));
        Assert.That(assessment.Text, Does.Match("Phần A [^/]+ \\d+ / 40").And.Match("Phần B [^/]+ \\d+ / 25").And.Match("Phần C [^/]+ \\d+ / 35").And.Match("Tổng \\d+ / 100"));
    }

    [Test]
    public async Task Points_of_an_open_round_are_shown_to_nobody()
    {
        var dossier = await site.DossierAsync("wait-council-cake");
        await site.ReadAsync(db => db.Sheets.Where(s => db.Rounds.Any(r => r.Id == s.RoundId && r.DossierId == dossier.Id) && s.Seat == "m1")
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SheetState.Submitted).SetProperty(s => s.Comments, "{\"1.1\":\"BÍ MẬT CỦA PHIẾU\"}").SetProperty(s => s.SavedAt, SampleProvince.Today)));
        foreach (var user in new[] { "administrator", "province-secretary", "province-chair", "council-chair", "council-secretary", "council-member-2" })
        {
            using var visitor = await site.SignInAsync(user);
            foreach (var tab in new[] { "", "/rounds", "/history", "/reports" })
            {
                var page = await visitor.GetAsync($"/dossiers/{dossier.Id.Value}{tab}");
                Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), user + tab);
                Assert.That(page.Text, Does.Not.Contain("BÍ MẬT CỦA PHIẾU").And.Not.Contain("Điểm trung bình").And.Not.Contain("Phiếu được tính"), user + tab);
            }
        }
    }

    [Test]
    public async Task A_closed_round_says_what_stood_in_the_way_of_the_next_star()
    {
        using var administrator = await site.SignInAsync("administrator");

        var page = await administrator.GetAsync(await site.AddressOfAsync("banana-82-capped") + "/rounds");

        Assert.That(page.Text, Does.Contain("Xếp hạng 3 sao").And.Contain("Điểm trung bình 82").And.Contain("Điểm đủ cho 4 sao, nhưng mức tối thiểu của tiêu chí giới hạn ở 3 sao."));
    }

    [Test]
    public async Task Reports_are_for_officials_and_a_producer_reads_what_was_addressed_to_them()
    {
        var address = await site.AddressOfAsync("wait-supplement-squid") + "/reports";
        using var producer = await site.SignInAsync("producer");
        using var secretary = await site.SignInAsync("province-secretary");

        var own = await producer.GetAsync(address);
        var official = await secretary.GetAsync(address);

        Assert.That(own.Text, Does.Contain("Giấy kiểm nghiệm đã quá 12 tháng"));
        Assert.That(official.Text, Does.Contain("Giấy kiểm nghiệm đã quá 12 tháng").And.Contain("Đề nghị tỉnh đánh giá, phân hạng"));
        Assert.That(own.Text, Does.Not.Contain("Đề nghị tỉnh đánh giá, phân hạng"));
    }

    [Test]
    public async Task A_list_holds_exactly_what_its_reader_may_open()
    {
        foreach (var (user, expected) in new[] { ("administrator", 33), ("province-secretary", 29), ("central-advisory-team", 3), (Cast.SecretaryElsewhere, 0), (Cast.OfficerHere, 1), (Cast.OtherProducer, 1), (Cast.MemberWithoutSheet, 0) })
        {
            using var visitor = await site.SignInAsync(user);
            var list = await visitor.GetAsync("/dossiers");
            var shown = System.Text.RegularExpressions.Regex.Matches(list.Body, "href=\"(/dossiers/[0-9a-f-]{36})\"").Select(m => m.Groups[1].Value).ToHashSet();
            Assert.That(list.Text, Does.Contain($" {shown.Count} hồ sơ "), user);
            foreach (var dossier in await site.ReadAsync(db => db.Dossiers.Select(d => d.Id).ToListAsync()))
            {
                var address = $"/dossiers/{dossier.Value}";
                Assert.That((await visitor.GetAsync(address)).Status == HttpStatusCode.OK, Is.EqualTo(shown.Contains(address)), $"{user} {address}");
            }
            Assert.That(shown, Has.Count.EqualTo(expected), user);
        }
    }

    [Test]
    public async Task Lists_are_filtered_by_text_and_state_and_the_filter_stays_in_the_address()
    {
        using var administrator = await site.SignInAsync("administrator");

        var waiting = await administrator.GetAsync("/dossiers?state=waiting");
        var named = await administrator.GetAsync("/dossiers?q=nam+dui+ga&state=waiting");

        Assert.That(waiting.Text, Does.Contain(" 9 hồ sơ "));
        Assert.That(named.Text, Does.Contain(" 1 hồ sơ ").And.Contain("Nấm đùi gà tươi Đức Trọng"));
        Assert.That(named.Body, Does.Contain("value=\"nam dui ga\"").And.Match("value=\"waiting\" selected"));
    }

    [Test]
    public async Task Every_task_of_a_page_of_work_stands_under_its_due_day()
    {
        site.Clock.SetUtcNow(SampleProvince.Today.AddDays(15));
        using var officer = await site.SignInAsync("commune-officer");

        var work = await officer.GetAsync("/tasks");

        Assert.That(work.Text, Does.Match("Quá hạn .*Nấm đùi gà tươi Đức Trọng.*Trong tuần này .*Bơ 034 Đức Lập"));
        Assert.That(work.Text, Does.Contain("quá hạn 1 ngày làm việc"));
    }

    [Test]
    public async Task What_is_missing_is_named()
    {
        var dossier = await site.DossierAsync("coffee-5star");
        var criterion = await site.ReadAsync(db => db.Evidence.Where(e => e.DossierId == dossier.Id).Select(e => e.Criterion).FirstAsync());
        await using var other = await WebSite.OpenAsync();
        await other.ReadAsync(db => db.Evidence.Where(e => e.DossierId == dossier.Id && e.Criterion == criterion).ExecuteDeleteAsync());
        using var administrator = await other.SignInAsync("administrator");

        var page = await administrator.GetAsync($"/dossiers/{dossier.Id.Value}/evidence");

        Assert.That(page.Text, Does.Contain($"Minh chứng cho tiêu chí {criterion} "));
    }
}
