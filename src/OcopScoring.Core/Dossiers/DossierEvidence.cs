using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>The evidence of a dossier by criterion, in the order of the rubric, and what is still missing.</summary>
public sealed record DossierEvidence(DossierId Dossier) : IQuery<EvidenceByCriterion>;

public sealed record EvidenceByCriterion(DossierHead Head, IReadOnlyList<CriterionEvidence> Criteria, MissingEvidence Missing);

public sealed record CriterionEvidence(string Criterion, Text Title, IReadOnlyList<EvidenceFile> Files);

/// <param name="Kind">As dossiers on disk name it: contract, test-report …</param>
/// <param name="IsValid">False when it had run out by today.</param>
public sealed record EvidenceFile(Guid Id, string Kind, string Title, string FileName, string MediaType, long Size, DateOnly? IssuedOn, DateOnly? ValidUntil, bool IsValid, DateTimeOffset AddedAt);

public sealed class DossierEvidenceAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierEvidence>
{
    public Task<Refusal?> Authorize(DossierEvidence request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierEvidenceHandler(OcopDb db, RegimeLibrary regimes, Completeness completeness, CurrentActor current, Now now)
    : IRequestHandler<DossierEvidence, Outcome<EvidenceByCriterion>>
{
    public async Task<Outcome<EvidenceByCriterion>> Handle(DossierEvidence request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var rubric = (await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken)).Rubric(dossier.SetNo);
        var files = await ReadAsync(db, dossier.Id, now.Day, cancellationToken);
        return new EvidenceByCriterion(
            await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken),
            [.. rubric.Leaves.Where(l => files.Contains(l.Id)).Select(l => new CriterionEvidence(l.Id, new Text(l.LabelVi, l.LabelEn), [.. files[l.Id]]))],
            MissingEvidence.Of(await completeness.MissingAsync(dossier, rubric, cancellationToken), rubric));
    }

    internal static async Task<ILookup<string, EvidenceFile>> ReadAsync(OcopDb db, DossierId dossier, DateOnly today, CancellationToken ct)
    {
        var rows = await db.Evidence.AsNoTracking().Where(e => e.DossierId == dossier)
            .Join(db.StoredFiles, e => e.Sha256, f => f.Sha256, (e, f) => new { Item = e, f.MediaType, f.Size })
            .OrderBy(r => r.Item.AddedAt).ThenBy(r => r.Item.Id)
            .ToListAsync(ct);
        return rows.ToLookup(r => r.Item.Criterion, r => new EvidenceFile(
            r.Item.Id, r.Item.Kind, r.Item.Title, r.Item.FileName, r.MediaType, r.Size, r.Item.IssuedOn, r.Item.ValidUntil,
            r.Item.ValidUntil is not { } until || today <= until, r.Item.AddedAt));
    }
}
