using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Cli.Evaluation;

/// <summary>Reads what became of a dossier from the database, and writes its certificate to the output folder.</summary>
sealed class ReportReader(OcopDb db, CertificateRendering rendering, IFileStore files, string output)
{
    public async Task<DossierReport> ReadAsync(Dossier dossier, string? error, CancellationToken ct)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier.Id).OrderBy(t => t.Bookmark).ToListAsync(ct);
        var results = await db.Rounds.AsNoTracking().Where(r => r.DossierId == dossier.Id && r.ClosedAt != null)
            .OrderBy(r => r.ClosedAt).ThenBy(r => r.Id).Select(r => r.Result!).ToListAsync(ct);
        var last = results.Count > 0 ? StoredResult.Of(results[^1]) : null;
        return new DossierReport(
            dossier.Code,
            DossierStates.NameOf(dossier.State),
            dossier.State == DossierState.Waiting ? tasks.Find(t => t.State == TaskState.Open)?.Name : null,
            last?.Stars,
            last?.Mean is { } mean ? mean.ToString() : null,
            [.. tasks.Where(t => t.Tier is not null).Select(t => t.Tier!).Distinct()],
            results.Count,
            await CertificateAsync(dossier, ct),
            [.. tasks.Where(t => t.ClosedOrder is not null).OrderBy(t => t.ClosedOrder).Select(t => $"{t.Name}:{t.Outcome}")],
            error);
    }

    async Task<CertificateReport?> CertificateAsync(Dossier dossier, CancellationToken ct)
    {
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.DossierId == dossier.Id, ct) is not { } certificate)
            return null;
        // The message may be under the lease of a process that was cut off; rendering is done once whoever does it.
        var sha256 = certificate.PdfSha256 ?? await rendering.RenderAsync(certificate.Id, ct);
        var file = $"certificates/{certificate.Slug}.pdf";
        var path = Path.Combine(output, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var pdf = files.Open(sha256) ?? throw new SetupException($"The file store has lost {sha256}, the certificate {certificate.Number}."))
        await using (var copy = File.Create(path + ".new"))
            await pdf.CopyToAsync(copy, ct);
        File.Move(path + ".new", path, overwrite: true);
        return new CertificateReport(certificate.Number, certificate.IssuedByTier, Day(certificate.IssuedOn), Day(certificate.ValidUntil), file);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
