using OcopScoring.Core.Scoring;

namespace OcopScoring.Core.Tests.Scoring;

public sealed class SheetTests
{
    [Test]
    public async Task What_is_saved_is_on_the_page_again()
    {
        await using var council = await ACouncil.MeetsAsync();
        var leaf = council.Given.Rubric.Leaves[0];
        var saved = await council.SaveAsync("m1", new Dictionary<string, string?> { [leaf.Id] = leaf.Options[0].Id });

        var page = await council.Site.SendAsync(new SheetPage(council.Round), council.As("m1"));

        Assert.That(saved.Value.Revision, Is.EqualTo(1));
        Assert.That((page.Value.Revision, page.Value.State), Is.EqualTo((1, SheetState.InProgress)));
        Assert.That(page.Value.Answers.Choices, Is.EqualTo(new Dictionary<string, string?> { [leaf.Id] = leaf.Options[0].Id }));
    }

    [Test]
    public async Task A_second_tab_with_an_older_state_is_refused_and_overwrites_nothing()
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.SaveAsync("m1", council.Choices(80));

        var late = await council.SaveAsync("m1", council.Choices(60), revision: 0);

        Assert.That(late.Refusal?.Code, Is.EqualTo("sheet-conflict"));
        Assert.That(SheetAnswers.Of(await council.SheetAsync("m1")).Choices, Is.EqualTo(council.Choices(80)));
    }

    [Test]
    public async Task Eight_saves_of_one_state_at_once_keep_one()
    {
        await using var council = await ACouncil.MeetsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(60, 8).Select(total => council.SaveAsync("m1", council.Choices(total))));

        Assert.That(answers.Count(a => a.Refusal is null), Is.EqualTo(1));
        Assert.That((await council.SheetAsync("m1")).Revision, Is.EqualTo(1));
    }

    [Test]
    public async Task Submitting_with_a_criterion_unscored_is_refused_and_leaves_the_sheet_open()
    {
        await using var council = await ACouncil.MeetsAsync();
        var choices = council.Choices(80).Skip(1).ToDictionary();
        await council.SaveAsync("m1", choices);

        var submitted = await council.SubmitAsync("m1", 1);

        Assert.That(submitted.Refusal?.Code, Is.EqualTo("sheet-incomplete"));
        Assert.That((await council.SheetAsync("m1")).State, Is.EqualTo(SheetState.InProgress));
    }

    [Test]
    public async Task A_submitted_sheet_is_fixed()
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.HandInAsync("m1", 80);

        var changed = await council.SaveAsync("m1", council.Choices(60), revision: 2);
        var recused = await council.Site.SendAsync(new RecuseSheet(council.Round, "m1", "quan hệ"), council.As("m1"));

        Assert.That((changed.Refusal?.Code, recused.Refusal?.Code), Is.EqualTo(("sheet-submitted", "sheet-submitted")));
        Assert.That(SheetAnswers.Of(await council.SheetAsync("m1")).Choices, Is.EqualTo(council.Choices(80)));
    }

    [Test]
    public async Task Stepping_back_drops_what_was_scored_and_submitting_after_it_is_refused()
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.SaveAsync("m1", council.Choices(80));

        var recused = await council.Site.SendAsync(new RecuseSheet(council.Round, "m1", "quan hệ"), council.As("m1"));
        var submitted = await council.SubmitAsync("m1", 2);

        Assert.That(recused.Refusal, Is.Null);
        Assert.That(submitted.Refusal?.Code, Is.EqualTo("sheet-state"));
        Assert.That((await council.SheetAsync("m1")).Choices, Is.EqualTo("{}"));
    }

    [TestCase("")]
    [TestCase(null)]
    public async Task Stepping_back_needs_a_reason(string? reason)
    {
        await using var council = await ACouncil.MeetsAsync();

        var recused = await council.Site.SendAsync(new RecuseSheet(council.Round, "m1", reason!), council.As("m1"));

        Assert.That(recused.Refusal?.Code, Is.EqualTo("invalid"));
        Assert.That((await council.SheetAsync("m1")).State, Is.EqualTo(SheetState.NotOpened));
    }

    [Test]
    public async Task Nobody_saves_submits_or_recuses_the_sheet_of_another()
    {
        await using var council = await ACouncil.MeetsAsync();

        var saved = await council.SaveAsync("m1", council.Choices(80), by: "chair");
        var submitted = await council.Site.SendAsync(new SubmitSheet(council.Round, "m1", 0), council.As("chair"));
        var recused = await council.Site.SendAsync(new RecuseSheet(council.Round, "m1", "quan hệ"), council.As("m2"));

        Assert.That(new[] { saved.Refusal?.Code, submitted.Refusal?.Code, recused.Refusal?.Code }, Is.All.EqualTo("not-yours"));
        Assert.That((await council.SheetAsync("m1")).State, Is.EqualTo(SheetState.NotOpened));
    }

    [Test]
    public async Task A_level_or_a_ground_that_the_rubric_does_not_have_is_refused()
    {
        await using var council = await ACouncil.MeetsAsync();
        var leaf = council.Given.Rubric.Leaves[0].Id;

        var level = await council.SaveAsync("m1", new Dictionary<string, string?> { [leaf] = "9.9.z" });
        var ground = await council.SaveAsync("m1", new Dictionary<string, string?>(), flags: ["KO_OTHER"]);

        Assert.That((level.Refusal?.Code, ground.Refusal?.Code), Is.EqualTo(("sheet", "sheet")));
        Assert.That((await council.SheetAsync("m1")).Revision, Is.Zero);
    }

    [Test]
    public async Task After_the_round_is_closed_no_sheet_changes()
    {
        await using var council = await ACouncil.MeetsAsync();
        foreach (var seat in new[] { "chair", "m1", "m2" })
            await council.HandInAsync(seat, 80);
        Assert.That((await council.Site.SendAsync(new CloseRound(council.Round), council.As("chair"))).Refusal, Is.Null);

        var late = await council.SaveAsync("m3", council.Choices(60));

        Assert.That(late.Refusal?.Code, Is.EqualTo("round-closed"));
        Assert.That((await council.SheetAsync("m3")).State, Is.EqualTo(SheetState.Absent));
    }
}
