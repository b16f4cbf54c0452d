using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OcopScoring.Core.Scoring;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Council;

public sealed class BoardTests
{
    [Test]
    public async Task The_chair_closes_after_one_question_that_names_who_is_missing_and_the_dossier_moves_on()
    {
        await using var round = await CakeRound.OpenAsync();
        foreach (var seat in new[] { "chair", "m1", "m2", "m3" })
            await round.HandInAsync(seat);
        var page = await Chromium.OpenAsync(round.Site, "council-chair");
        await page.GotoAsync(round.BoardAddress);

        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên chấm" }).ClickAsync();
        await Assertions.Expect(page.Locator(".missing")).ToContainTextAsync("Ủy viên Hội đồng 4");
        Assert.That(await round.TaskOfDossierAsync(), Is.EqualTo("province-council"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên chấm" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Kết quả phiên chấm");
        Assert.That(await page.Locator(".matrix thead th").CountAsync(), Is.EqualTo(6));
        Assert.That(await round.TaskOfDossierAsync(), Is.Not.EqualTo("province-council"));
        Assert.That((await round.SheetAsync("m4")).State, Is.EqualTo(SheetState.Absent));
        await page.Context.CloseAsync();
    }

    [TestCase("council-member-2")]
    [TestCase("province-chair")]
    [TestCase("administrator")]
    [TestCase(Cast.MemberWithoutSheet)]
    [TestCase(Cast.OtherProducer)]
    public async Task While_the_round_is_open_its_board_is_closed_to_all_but_chair_and_secretary(string user)
    {
        await using var round = await CakeRound.OpenAsync();
        await round.HandInAsync("m1");
        using var visitor = await round.Site.SignInAsync(user);

        var answer = await visitor.GetAsync(round.BoardAddress);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Text, Does.Not.Contain("Đã nộp"));
    }

    [TestCase(Cast.MemberWithoutSheet)]
    [TestCase("administrator")]
    [TestCase("province-secretary")]
    [TestCase("producer")]
    public async Task Nobody_without_a_seat_opens_or_saves_a_sheet(string user)
    {
        await using var round = await CakeRound.OpenAsync();
        using var visitor = await round.Site.SignInAsync(user);

        var page = await visitor.GetAsync(round.SheetAddress);
        var saved = await visitor.PostAsync(round.SheetAddress + "/save", await visitor.GetAsync("/sign-out"), ("revision", "0"), ("choice-1.1", "1.1.b"));

        Assert.That((page.Status, saved.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
        Assert.That(await round.Site.ReadAsync(db => db.Sheets.CountAsync(s => s.RoundId == round.Id && s.Revision > 0)), Is.Zero);
    }

    [Test]
    public async Task A_round_that_was_closed_from_a_file_shows_its_seats_without_accounts()
    {
        await using var site = await WebSite.OpenAsync();
        var round = await site.RoundAsync("soap-mark-unmet");
        using var administrator = await site.SignInAsync("administrator");

        var answer = await administrator.GetAsync($"/council/rounds/{round.Value}/board");

        Assert.That(answer.Text, Does.Contain("Điểm của từng phiếu").And.Contain("Chủ tịch Hội đồng ("));
    }
}
