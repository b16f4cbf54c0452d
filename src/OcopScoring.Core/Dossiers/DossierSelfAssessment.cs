using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Dossiers;

/// <summary>What the producer claims (Mẫu 02): a level for each criterion, with the points that it would give.</summary>
public sealed record DossierSelfAssessment(DossierId Dossier) : IQuery<SelfAssessment>;

/// <param name="Notice">Said wherever these rubrics are shown under this regime; null where they are its own.</param>
public sealed record SelfAssessment(DossierHead Head, Rubric Rubric, IReadOnlyDictionary<string, string?> Claims, IReadOnlySet<string> Proved, Text? Notice)
{
    /// <summary>The option claimed at a leaf; null for "no level reached".</summary>
    public RubricOption? ClaimAt(Criterion leaf) => Claims.GetValueOrDefault(leaf.Id) is { } option ? leaf.FindOption(option) : null;

    public int PointsOf(RubricPart part) => part.Criteria.Where(c => !c.IsGroup).Sum(c => ClaimAt(c)?.Points ?? 0);

    public int Total => Rubric.Leaves.Sum(l => ClaimAt(l)?.Points ?? 0);
}

public sealed class DossierSelfAssessmentAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierSelfAssessment>
{
    public Task<Refusal?> Authorize(DossierSelfAssessment request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierSelfAssessmentHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<DossierSelfAssessment, Outcome<SelfAssessment>>
{
    public async Task<Outcome<SelfAssessment>> Handle(DossierSelfAssessment request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var published = await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken);
        var proved = await db.Evidence.Where(e => e.DossierId == dossier.Id).Select(e => e.Criterion).Distinct().ToListAsync(cancellationToken);
        return new SelfAssessment(
            await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken),
            published.Rubric(dossier.SetNo),
            JsonSerializer.Deserialize<Dictionary<string, string?>>(dossier.SelfAssessment)!,
            proved.ToHashSet(),
            published.Regime.Rubrics.Notice);
    }
}
