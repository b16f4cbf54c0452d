using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Dossiers;

/// <summary>The council rounds of a dossier. An open round shows that it is open and nothing else: no points, and not who has handed in.</summary>
public sealed record DossierRounds(DossierId Dossier) : IQuery<RoundsOfDossier>;

/// <param name="Notice">Said wherever these rubrics are shown under this regime.</param>
public sealed record RoundsOfDossier(DossierHead Head, Rubric Rubric, IReadOnlyList<RoundSummary> Rounds, Text? Notice);

/// <param name="Result">Null until the round is closed.</param>
public sealed record RoundSummary(RoundId Id, Text Tier, int Number, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, CouncilResult? Result)
{
    public static RoundSummary Of(Round round, Regime regime) => new(
        round.Id, regime.Tier(round.Tier).Title, round.Number, round.OpenedAt, round.ClosedAt,
        round is { IsOpen: false, Result: { } result } ? StoredResult.Of(result) : null);
}

public sealed class DossierRoundsAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierRounds>
{
    public Task<Refusal?> Authorize(DossierRounds request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierRoundsHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<DossierRounds, Outcome<RoundsOfDossier>>
{
    public async Task<Outcome<RoundsOfDossier>> Handle(DossierRounds request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var published = await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken);
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Number).ToListAsync(cancellationToken);
        return new RoundsOfDossier(
            await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken),
            published.Rubric(dossier.SetNo),
            [.. rounds.Select(r => RoundSummary.Of(r, published.Regime))],
            published.Regime.Rubrics.Notice);
    }
}
