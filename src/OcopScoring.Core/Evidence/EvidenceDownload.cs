using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Evidence;

/// <summary>A file of evidence, for whoever may see its dossier.</summary>
public sealed record EvidenceDownload(Guid Evidence) : IQuery<EvidenceContent>;

public sealed record EvidenceContent(string FileName, string MediaType, string Sha256, long Size);

public sealed class EvidenceDownloadAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<EvidenceDownload>
{
    public async Task<Refusal?> Authorize(EvidenceDownload request, Actor actor, CancellationToken ct)
    {
        if (!actor.IsSignedIn && !actor.IsSystem)
            return Refusals.SignInFirst;
        return await db.Evidence.Where(e => e.Id == request.Evidence).Select(e => (DossierId?)e.DossierId).SingleOrDefaultAsync(ct) is { } dossier
            ? await DossierAccess.RefusalAsync(db, regimes, dossier, actor, ct)
            : Refusals.NotFound;
    }
}

public sealed class EvidenceDownloadHandler(OcopDb db) : IRequestHandler<EvidenceDownload, Outcome<EvidenceContent>>
{
    public async Task<Outcome<EvidenceContent>> Handle(EvidenceDownload request, CancellationToken cancellationToken) =>
        await db.Evidence.Where(e => e.Id == request.Evidence)
            .Join(db.StoredFiles, e => e.Sha256, f => f.Sha256, (e, f) => new EvidenceContent(e.FileName, f.MediaType, f.Sha256, f.Size))
            .SingleAsync(cancellationToken);
}
