using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>The own sheet of the one who asks, with all that is needed to score: criteria, the producer's claims, the evidence.</summary>
public sealed record SheetPage(RoundId Round) : IQuery<SheetToFill>;

/// <param name="Presides">As chair or secretary: has the board too.</param>
/// <param name="Claims">Leaf → option that the producer claims, or null.</param>
/// <param name="Evidence">By leaf.</param>
/// <param name="Notice">Said wherever these rubrics are shown under this regime.</param>
public sealed record SheetToFill(
    DossierHead Head,
    RoundId Round,
    Text Tier,
    int Number,
    DateTimeOffset? ClosedAt,
    string Seat,
    string Role,
    bool Voting,
    bool Presides,
    SheetState State,
    int Revision,
    DateTimeOffset? SavedAt,
    DateTimeOffset? SubmittedAt,
    string? RecusalReason,
    SheetAnswers Answers,
    Rubric Rubric,
    StarBands Bands,
    IReadOnlyDictionary<string, string?> Claims,
    ILookup<string, EvidenceFile> Evidence,
    Text? Notice)
{
    /// <summary>Whether it can still be filled in.</summary>
    public bool IsOpen => ClosedAt is null && Voting && State is SheetState.NotOpened or SheetState.InProgress;
}

public sealed class SheetPageAuthorizer(OcopDb db) : IAuthorizer<SheetPage>
{
    public async Task<Refusal?> Authorize(SheetPage request, Actor actor, CancellationToken ct)
    {
        if (!actor.IsSignedIn)
            return Refusals.SignInFirst;
        if (RoundAccess.IsCouncil(actor) && await RoundAccess.HasSheetAsync(db, request.Round, actor, ct))
            return null;
        return await db.Rounds.AnyAsync(r => r.Id == request.Round, ct) ? RoundAccess.NotInCouncil : Refusals.NotFound;
    }
}

public sealed class SheetPageHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<SheetPage, Outcome<SheetToFill>>
{
    public async Task<Outcome<SheetToFill>> Handle(SheetPage request, CancellationToken cancellationToken)
    {
        var account = current.Actor.Account!.Value.Value;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        // Whoever holds several seats fills in the one that votes.
        var sheet = await db.Sheets.AsNoTracking().Where(s => s.RoundId == round.Id && s.AccountId == account)
            .OrderByDescending(s => s.Voting).ThenBy(s => s.Seat).FirstAsync(cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == round.DossierId, cancellationToken);
        var published = await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken);
        return new SheetToFill(
            await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken),
            round.Id,
            published.Regime.Tier(round.Tier).Title,
            round.Number,
            round.ClosedAt,
            sheet.Seat,
            sheet.Role,
            sheet.Voting,
            await RoundAccess.PresidesAsync(db, round.Id, current.Actor, cancellationToken),
            sheet.State,
            sheet.Revision,
            sheet.SavedAt,
            sheet.SubmittedAt,
            sheet.RecusalReason,
            SheetAnswers.Of(sheet),
            published.Rubric(dossier.SetNo),
            published.StarBands,
            JsonSerializer.Deserialize<Dictionary<string, string?>>(dossier.SelfAssessment)!,
            await DossierEvidenceHandler.ReadAsync(db, dossier.Id, now.Day, cancellationToken),
            published.Regime.Rubrics.Notice);
    }
}
