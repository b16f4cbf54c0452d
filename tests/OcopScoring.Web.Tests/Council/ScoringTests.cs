using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OcopScoring.Core.Scoring;

namespace OcopScoring.Web.Tests.Council;

public sealed partial class ScoringTests
{
    [Test]
    public async Task Each_choice_is_saved_as_it_is_made_and_there_after_reloading()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1", width: 360);
        await page.GotoAsync(round.SheetAddress);

        await page.ChooseAsync("1.1", 2);
        await page.SeesAsync("Đã lưu");
        await page.ReloadAsync();

        Assert.That(await page.Criterion("1.1").Locator("input[type=radio]").Nth(2).IsCheckedAsync(), Is.True);
        Assert.That((await round.SheetAsync("m1")).State, Is.EqualTo(SheetState.InProgress));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task What_the_screen_adds_up_is_what_the_server_adds_up()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1");
        await page.GotoAsync(round.SheetAddress);

        await page.ChooseClaimsAsync();
        await page.ChooseAsync("2.1", 1);
        await page.SeesAsync("Đã lưu");
        await page.WaitForFunctionAsync($"localStorage.getItem(document.getElementById('sheet').dataset.keep) === null");
        using var member = await round.Site.SignInAsync("council-member-1");
        var served = (await member.GetAsync(round.SheetAddress)).Body;

        foreach (var name in new[] { "total", "part-A", "part-B", "part-C", "open" })
            Assert.That(await page.Locator($"[data-out='{name}']").InnerTextAsync(), Is.EqualTo(WebUtility.HtmlDecode(Regex.Match(served, $"data-out=\"{name}\"[^>]*>([^<]*)<").Groups[1].Value)), name);
        Assert.That(await page.Locator(".sheet-foot .stars").GetAttributeAsync("aria-label"), Does.Match($"{StarsServed(served)} trên 5"));
        Assert.That(await page.Locator(".sheet-foot [data-mark]:not([hidden])").CountAsync(), Is.EqualTo(MarkShown().Count(served)));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task An_unfinished_sheet_is_not_handed_in_and_the_page_links_to_what_is_missing()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1", width: 360);
        await page.GotoAsync(round.SheetAddress);
        await page.ChooseAsync("1.1", 1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();

        Assert.That(page.Url, Does.EndWith("#c-1.2"));
        Assert.That((await round.SheetAsync("m1")).State, Is.EqualTo(SheetState.InProgress));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_finished_sheet_is_handed_in_after_one_question_and_then_fixed()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1");
        await page.GotoAsync(round.SheetAddress);
        await page.ChooseClaimsAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu" }).ClickAsync();
        Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Nộp phiếu đánh giá cho Bánh tráng mè Phan Rí Cửa?" }).IsVisibleAsync(), Is.True);
        Assert.That((await page.RunAxe()).Violations, Is.Empty);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã nộp phiếu");
        Assert.That(await page.Locator("input[type=radio]:enabled").CountAsync(), Is.Zero);
        Assert.That((await round.SheetAsync("m1")).State, Is.EqualTo(SheetState.Submitted));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_second_tab_is_told_of_the_first_and_overwrites_nothing()
    {
        await using var round = await CakeRound.OpenAsync();
        var first = await Chromium.OpenAsync(round.Site, "council-member-1");
        var second = await first.Context.NewPageAsync();
        await first.GotoAsync(round.SheetAddress);
        await second.GotoAsync(round.SheetAddress);
        await first.ChooseAsync("1.1", 2);
        await first.SeesAsync("Đã lưu");

        await second.ChooseAsync("1.1", 1);
        await second.SeesAsync("vừa được sửa ở thẻ hoặc thiết bị khác");

        var kept = SheetAnswers.Of(await round.SheetAsync("m1"));
        Assert.That(kept.Choices["1.1"], Is.EqualTo(await first.Criterion("1.1").Locator("input:checked").GetAttributeAsync("value")));
        await second.GetByRole(AriaRole.Link, new() { Name = "Tải lại" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Bỏ các thay đổi đó" }).ClickAsync();
        Assert.That(await second.Criterion("1.1").Locator("input[type=radio]").Nth(2).IsCheckedAsync(), Is.True);
        await first.Context.CloseAsync();
    }

    [Test]
    public async Task A_lost_line_loses_nothing_not_even_when_the_window_is_closed()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1", width: 360);
        await page.GotoAsync(round.SheetAddress);
        await page.Context.SetOfflineAsync(true);
        await page.ChooseAsync("1.1", 2);
        await page.SeesAsync("Chưa lưu được");
        await page.CloseAsync();
        Assert.That((await round.SheetAsync("m1")).Revision, Is.Zero);

        await page.Context.SetOfflineAsync(false);
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(round.SheetAddress);
        await again.SeesAsync("Đã lưu");

        Assert.That(SheetAnswers.Of(await round.SheetAsync("m1")).Choices.Keys, Is.EqualTo(["1.1"]));
        await again.Context.CloseAsync();
    }

    [Test]
    public async Task Without_a_script_the_sheet_is_saved_by_its_button_and_a_lost_race_shows_both_states()
    {
        await using var round = await CakeRound.OpenAsync();
        using var member = await round.Site.SignInAsync("council-member-1");
        var page = await member.GetAsync(round.SheetAddress);

        var saved = await member.PostAsync(round.SheetAddress, page, ("_handler", "sheet"), ("revision", "0"), ("choice-1.1", "1.1.b"), ("comment-1.1", "Hợp đồng còn hạn"), ("do", "save"));
        var late = await member.PostAsync(round.SheetAddress, page, ("_handler", "sheet"), ("revision", "0"), ("choice-1.1", "1.1.c"), ("do", "save"));

        Assert.That((await member.FollowAsync(saved)).Text, Does.Contain("Đã lưu phiếu lúc").And.Contain("Hợp đồng còn hạn"));
        Assert.That(late.Text, Does.Contain("Chưa ghi đè gì").And.Contain("ở đây 3 điểm, bản kia 2 điểm"));
        Assert.That(SheetAnswers.Of(await round.SheetAsync("m1")).Choices["1.1"], Is.EqualTo("1.1.b"));
    }

    [Test]
    public async Task Saving_needs_the_pages_token()
    {
        await using var round = await CakeRound.OpenAsync();
        using var member = await round.Site.SignInAsync("council-member-1");

        var answer = await member.PostAsync(round.SheetAddress + "/save", await member.GetAsync("/health/live"), ("revision", "0"), ("choice-1.1", "1.1.b"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await round.SheetAsync("m1")).Revision, Is.Zero);
    }

    [Test]
    public async Task A_member_steps_back_with_a_reason_after_one_question()
    {
        await using var round = await CakeRound.OpenAsync();
        var page = await Chromium.OpenAsync(round.Site, "council-member-1", width: 360);
        await page.GotoAsync(round.SheetAddress);

        await page.GetByText("Không tham gia chấm hồ sơ này").ClickAsync();
        await page.GetByLabel("Lý do").FillAsync("Có quan hệ họ hàng với chủ thể.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        Assert.That((await round.SheetAsync("m1")).State, Is.EqualTo(SheetState.NotOpened));
        await page.GetByRole(AriaRole.Button, new() { Name = "Không tham gia chấm" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ghi nhận bạn không tham gia chấm");
        Assert.That((await round.SheetAsync("m1")).RecusalReason, Is.EqualTo("Có quan hệ họ hàng với chủ thể."));
        await page.Context.CloseAsync();
    }

    static string StarsServed(string page) => Regex.Match(page, "sheet-foot__stars.*?aria-label=\"[^\"]*?(\\d)", RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("<li data-mark=\"[^\"]*\" data-star=\"\\d\" data-min=\"\\d+\">")]
    private static partial Regex MarkShown();
}
