using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Scoring;

/// <summary>The rounds in which the one who asks has a seat: open ones, oldest first, then closed ones, newest first.</summary>
/// <param name="After">The last closed round of the page before.</param>
public sealed record CouncilRounds(RoundId? After = null) : IQuery<RoundsOfMember>
{
    public const int PageSize = 30;
}

/// <param name="Open">All of them, on the first page only.</param>
/// <param name="Next">To be given as <see cref="CouncilRounds.After"/>; null on the last page.</param>
public sealed record RoundsOfMember(IReadOnlyList<MemberRound> Open, IReadOnlyList<MemberRound> Closed, RoundId? Next);

/// <param name="Seat">The own seat in that round.</param>
/// <param name="Presides">As chair or secretary: sees the board, and closes.</param>
/// <param name="Status">How a closed round ended; null while it is open.</param>
/// <param name="Stars">Null unless it was classified.</param>
public sealed record MemberRound(
    RoundId Id,
    DossierId Dossier,
    string DossierCode,
    string Product,
    string Producer,
    Text Tier,
    int Number,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? ClosedAt,
    SeatOfMember Seat,
    bool Presides,
    OcopScoring.Rubrics.CouncilStatus? Status,
    int? Stars);

/// <param name="Answered">Criteria scored so far, on the own sheet.</param>
public sealed record SeatOfMember(string Seat, string Role, bool Voting, SheetState State, int Answered, int Criteria);

public sealed class CouncilRoundsAuthorizer : IAuthorizer<CouncilRounds>
{
    public Task<Refusal?> Authorize(CouncilRounds request, Actor actor, CancellationToken ct) => Task.FromResult(
        !actor.IsSignedIn ? Refusals.SignInFirst : RoundAccess.IsCouncil(actor) ? null : RoundAccess.NotInCouncil);
}

public sealed class CouncilRoundsHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current) : IRequestHandler<CouncilRounds, Outcome<RoundsOfMember>>
{
    public async Task<Outcome<RoundsOfMember>> Handle(CouncilRounds request, CancellationToken cancellationToken)
    {
        var account = current.Actor.Account!.Value.Value;
        var mine = from sheet in db.Sheets.AsNoTracking()
                   where sheet.AccountId == account
                   join round in db.Rounds on sheet.RoundId equals round.Id
                   join dossier in db.Dossiers on round.DossierId equals dossier.Id
                   join task in db.Tasks on round.TaskId equals task.Id
                   select new { sheet, round, dossier, task.DueAt };
        var open = request.After is not null ? [] : await mine.Where(r => r.round.ClosedAt == null).OrderBy(r => r.round.OpenedAt).ThenBy(r => r.round.Id).ToListAsync(cancellationToken);
        var closed = mine.Where(r => r.round.ClosedAt != null);
        if (request.After is { } after)
            closed = closed.Where(r => EF.Functions.LessThan(
                ValueTuple.Create(r.round.ClosedAt!.Value, r.round.Id),
                ValueTuple.Create(db.Rounds.Where(o => o.Id == after).Select(o => o.ClosedAt!.Value).First(), after)));
        var rows = await closed.OrderByDescending(r => r.round.ClosedAt).ThenByDescending(r => r.round.Id).Take(CouncilRounds.PageSize + 1).ToListAsync(cancellationToken);
        var published = new Dictionary<CycleId, PublishedRegime>();
        foreach (var cycle in open.Concat(rows).Select(r => r.dossier.CycleId).Distinct())
            published[cycle] = await regimes.OfCycleAsync(db, cycle, cancellationToken);
        var shown = rows.Take(CouncilRounds.PageSize).Select(r => Of(r.sheet, r.round, r.dossier, null, published[r.dossier.CycleId])).ToList();
        return new RoundsOfMember(
            [.. open.Select(r => Of(r.sheet, r.round, r.dossier, r.DueAt, published[r.dossier.CycleId]))],
            shown,
            rows.Count > CouncilRounds.PageSize ? shown[^1].Id : null);
    }

    static MemberRound Of(Sheet sheet, Round round, Dossiers.Dossier dossier, DateTimeOffset? due, PublishedRegime published)
    {
        var rubric = published.Rubric(dossier.SetNo);
        var result = round is { IsOpen: false, Result: { } stored } ? StoredResult.Of(stored) : null;
        return new MemberRound(
            round.Id, dossier.Id, dossier.Code, dossier.Product.Name, dossier.Producer.Name,
            published.Regime.Tier(round.Tier).Title, round.Number, round.OpenedAt, due, round.ClosedAt,
            new SeatOfMember(sheet.Seat, sheet.Role, sheet.Voting, sheet.State, SheetAnswers.Of(sheet).Choices.Count, rubric.Leaves.Count),
            sheet.Role is "chair" or "secretary",
            result?.Status, result?.Stars);
    }
}
