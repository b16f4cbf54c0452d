using OcopScoring.Core.Scoring;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Tests.Scoring;

public sealed class RoundBoardTests
{
    [TestCase("chair")]
    [TestCase("sec")]
    public async Task While_a_round_is_open_chair_and_secretary_see_states_and_no_point(string seat)
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.HandInAsync("m1", 80);

        var board = (await council.Site.SendAsync(new RoundBoard(council.Round), council.As(seat))).Value;

        Assert.That((board.Result, board.Matrix, board.MayClose), Is.EqualTo(((CouncilResult?)null, (ScoreMatrix?)null, true)));
        Assert.That(board.Seats!.Select(s => (s.Seat, s.State)), Is.EqualTo(new[]
        {
            ("chair", SheetState.NotOpened), ("m1", SheetState.Submitted), ("m2", SheetState.NotOpened), ("m3", SheetState.NotOpened), ("sec", SheetState.NotOpened),
        }));
        Assert.That(board.Quorum, Is.EqualTo(new RoundQuorum(4, 1, 0, 3, LacksChair: true)));
    }

    [Test]
    public async Task While_a_round_is_open_a_member_sees_neither_the_board_nor_how_many_have_handed_in()
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.HandInAsync("m1", 80);

        var board = await council.Site.SendAsync(new RoundBoard(council.Round), council.As("m2"));
        var rounds = (await council.Site.SendAsync(new CouncilRounds(), council.As("m2"))).Value;
        var page = (await council.Site.SendAsync(new SheetPage(council.Round), council.As("m2"))).Value;

        Assert.That(board.Refusal?.Code, Is.EqualTo("not-allowed"));
        Assert.That(rounds.Open.Single().Seat, Is.EqualTo(new SeatOfMember("m2", "member", true, SheetState.NotOpened, 0, council.Given.Rubric.Leaves.Count)));
        Assert.That((page.Seat, page.Answers.Choices.Count), Is.EqualTo(("m2", 0)));
    }

    [Test]
    public async Task Only_chair_and_secretary_of_the_round_close_it()
    {
        await using var council = await ACouncil.MeetsAsync();
        await council.HandInAsync("m1", 80);
        var elsewhere = new Actor(new AccountId(Guid.CreateVersion7()), "account", [new HeldRole("council")]);

        var byMember = await council.Site.SendAsync(new CloseRound(council.Round), council.As("m1"));
        var byStranger = await council.Site.SendAsync(new CloseRound(council.Round), elsewhere);

        Assert.That((byMember.Refusal?.Code, byStranger.Refusal?.Code), Is.EqualTo(("not-yours", "not-yours")));
        Assert.That(await council.OpenRoundAsync(), Is.EqualTo(council.Round));
    }

    [Test]
    public async Task Closing_gives_the_result_moves_the_dossier_on_and_opens_the_sheets_to_the_council()
    {
        await using var council = await ACouncil.MeetsAsync();
        foreach (var (seat, total) in new[] { ("chair", 80), ("m1", 78), ("m2", 83) })
            await council.HandInAsync(seat, total);

        var done = await council.Site.SendAsync(new CloseRound(council.Round), council.As("sec"));
        var board = (await council.Site.SendAsync(new RoundBoard(council.Round), council.As("m3"))).Value;

        Assert.That(done.Value.OpenTasks, Is.EqualTo(["province-decision"]));
        Assert.That((board.Result!.Status, board.Result.Mean), Is.EqualTo((CouncilStatus.Classified, (Fraction?)Fraction.Parse("241/3"))));
        Assert.That(board.Matrix!.Columns.Select(c => (c.Seat.Seat, c.Total)), Is.EqualTo(new[] { ("chair", 80), ("m1", 78), ("m2", 83) }));
        Assert.That(board.Seats!.Single(s => s.Seat == "m3").State, Is.EqualTo(SheetState.Absent));
    }

    [Test]
    public async Task After_closing_the_producer_sees_the_result_and_no_single_sheet()
    {
        await using var council = await ACouncil.MeetsAsync();
        foreach (var seat in new[] { "chair", "m1", "m2" })
            await council.HandInAsync(seat, 80);
        await council.Site.SendAsync(new CloseRound(council.Round), council.As("chair"));
        var producer = await council.Given.ActorForAsync(council.Dossier, await council.Given.OpenTaskAsync(council.Dossier)) is { Roles: [{ Producer: { } own }] }
            ? new Actor(new AccountId(Guid.CreateVersion7()), "account", [new HeldRole("producer", null, own)])
            : throw new InvalidOperationException();

        var board = (await council.Site.SendAsync(new RoundBoard(council.Round), producer)).Value;

        Assert.That(board.Result?.Stars, Is.EqualTo(4));
        Assert.That((board.Seats, board.Matrix, board.Quorum), Is.EqualTo(((IReadOnlyList<SeatOnBoard>?)null, (ScoreMatrix?)null, (RoundQuorum?)null)));
    }

    [Test]
    public async Task The_reason_for_stepping_back_is_for_chair_and_secretary_alone()
    {
        await using var council = await ACouncil.MeetsAsync();
        foreach (var seat in new[] { "chair", "m1", "m2" })
            await council.HandInAsync(seat, 80);
        await council.Site.SendAsync(new RecuseSheet(council.Round, "m3", "quan hệ họ hàng"), council.As("m3"));
        await council.Site.SendAsync(new CloseRound(council.Round), council.As("chair"));

        var chair = (await council.Site.SendAsync(new RoundBoard(council.Round), council.As("chair"))).Value;
        var member = (await council.Site.SendAsync(new RoundBoard(council.Round), council.As("m1"))).Value;

        Assert.That(chair.Seats!.Single(s => s.Seat == "m3").RecusalReason, Is.EqualTo("quan hệ họ hàng"));
        Assert.That(member.Seats!.Single(s => s.Seat == "m3").RecusalReason, Is.Null);
    }

    [Test]
    public async Task Closing_without_the_chair_gives_no_quorum_and_convenes_a_new_round_with_empty_sheets()
    {
        await using var council = await ACouncil.MeetsAsync();
        foreach (var seat in new[] { "m1", "m2", "m3" })
            await council.HandInAsync(seat, 80);

        await council.Site.SendAsync(new CloseRound(council.Round), council.As("sec"));

        var rounds = (await council.Site.SendAsync(new CouncilRounds(), council.As("m1"))).Value;
        Assert.That((rounds.Open.Single().Number, rounds.Open.Single().Seat.State), Is.EqualTo((2, SheetState.NotOpened)));
        Assert.That(rounds.Closed.Single().Status, Is.EqualTo(CouncilStatus.NoQuorum));
    }

    [Test]
    public async Task Somebody_who_sits_in_no_council_has_no_rounds_and_no_sheet()
    {
        await using var council = await ACouncil.MeetsAsync();
        var officer = new Actor(new AccountId(Guid.CreateVersion7()), "account", [new HeldRole("commune-officer")]);

        var rounds = await council.Site.SendAsync(new CouncilRounds(), officer);
        var page = await council.Site.SendAsync(new SheetPage(council.Round), officer);
        var nothing = await council.Site.SendAsync(new SheetPage(RoundId.New()), council.As("m1"));

        Assert.That((rounds.Refusal?.Code, page.Refusal?.Code, nothing.Refusal?.Code), Is.EqualTo(("not-allowed", "not-allowed", "not-found")));
    }
}
