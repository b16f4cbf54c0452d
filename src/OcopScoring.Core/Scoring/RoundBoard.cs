using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>
/// A round as those see it who lead it: while it is open, who has handed in and whether there is a quorum, never a point;
/// once closed, the result, and the sheets for those who may see them.
/// </summary>
public sealed record RoundBoard(RoundId Round) : IQuery<BoardOfRound>;

/// <param name="MayClose">The one who asks may close it now.</param>
/// <param name="Seats">Who has which state; null for those who are shown the result alone.</param>
/// <param name="Quorum">Null with <paramref name="Seats"/>.</param>
/// <param name="Result">Null until the round is closed.</param>
/// <param name="Matrix">Null for those who may not see single sheets, and while the round is open.</param>
public sealed record BoardOfRound(
    DossierHead Head,
    RoundId Round,
    Text Tier,
    string Task,
    int Number,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    bool MayClose,
    IReadOnlyList<SeatOnBoard>? Seats,
    RoundQuorum? Quorum,
    Rubric Rubric,
    CouncilRules Rules,
    CouncilResult? Result,
    ScoreMatrix? Matrix,
    Text? Notice);

/// <param name="Name">Of the account; null for a seat of a file.</param>
/// <param name="RecusalReason">For the chair and the secretary alone.</param>
public sealed record SeatOnBoard(string Seat, string Role, bool Voting, string? Name, bool IsMine, SheetState State, DateTimeOffset? SubmittedAt, string? RecusalReason)
{
    /// <summary>Still expected; absent once the round is closed.</summary>
    public bool IsMissing => Voting && State is SheetState.NotOpened or SheetState.InProgress;
}

public sealed class RoundBoardAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<RoundBoard>
{
    public async Task<Refusal?> Authorize(RoundBoard request, Actor actor, CancellationToken ct)
    {
        if (!actor.IsSignedIn)
            return Refusals.SignInFirst;
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Round, ct);
        if (round is null)
            return Refusals.NotFound;
        if (await DossierAccess.RefusalAsync(db, regimes, round.DossierId, actor, ct) is { } unseen)
            return unseen;
        return !round.IsOpen || await RoundAccess.PresidesAsync(db, round.Id, actor, ct) ? null : RoundAccess.NotPresiding;
    }
}

public sealed class RoundBoardHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<RoundBoard, Outcome<BoardOfRound>>
{
    public async Task<Outcome<BoardOfRound>> Handle(RoundBoard request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Sheets).SingleAsync(r => r.Id == request.Round, cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == round.DossierId, cancellationToken);
        var published = await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken);
        var rubric = published.Rubric(dossier.SetNo);
        var presides = await RoundAccess.PresidesAsync(db, round.Id, current.Actor, cancellationToken);
        var seesSheets = await RoundAccess.SeesSheetsAsync(db, round, current.Actor, cancellationToken);
        var seats = presides || seesSheets ? await SeatsAsync(round, presides, cancellationToken) : null;
        return new BoardOfRound(
            await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken),
            round.Id,
            published.Regime.Tier(round.Tier).Title,
            await db.Tasks.Where(t => t.Id == round.TaskId).Select(t => t.Name).SingleAsync(cancellationToken),
            round.Number,
            round.OpenedAt,
            round.ClosedAt,
            presides && round.IsOpen,
            seats,
            seats is null ? null : RoundQuorum.Of(round.Sheets, published.CouncilRules),
            rubric,
            published.CouncilRules,
            round is { IsOpen: false, Result: { } result } ? StoredResult.Of(result) : null,
            seesSheets ? ScoreMatrix.Of(seats!, round.Sheets, rubric) : null,
            published.Regime.Rubrics.Notice);
    }

    async Task<IReadOnlyList<SeatOnBoard>> SeatsAsync(Round round, bool presides, CancellationToken ct)
    {
        var accounts = round.Sheets.Select(s => s.AccountId).OfType<Guid>().ToList();
        var names = await db.Users.Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var mine = current.Actor.Account?.Value;
        return [.. round.Sheets
            .OrderBy(s => s.Role switch { "chair" => 0, "member" => 1, _ => 2 }).ThenBy(s => s.Seat, StringComparer.Ordinal)
            .Select(s => new SeatOnBoard(
                s.Seat, s.Role, s.Voting, s.AccountId is { } account ? names.GetValueOrDefault(account) : null,
                mine is not null && s.AccountId == mine, s.State, s.SubmittedAt, presides ? s.RecusalReason : null))];
    }
}
