using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Recognition;

/// <summary>
/// Renders a certificate, stores the bytes and keeps their SHA-256, once: whoever is second finds the hash set and leaves it.
/// </summary>
public sealed class CertificateRendering(OcopDb db, ICertificateDocuments documents, IFileStore files)
{
    public Task DeliverAsync(OutboxMessage message, CancellationToken ct) => RenderAsync(new CertificateId(JsonSerializer.Deserialize<Guid>(message.Payload)), ct);

    /// <summary>The SHA-256 of the certificate's PDF.</summary>
    public async Task<string> RenderAsync(CertificateId id, CancellationToken ct)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        if (certificate.PdfSha256 is { } rendered)
            return rendered;
        var pdf = await documents.RenderAsync(JsonSerializer.Deserialize<CertificateData>(certificate.Data)!, ct);
        var sha256 = await files.PutAsync(pdf, ct);
        await db.Certificates.Where(c => c.Id == id && c.PdfSha256 == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.PdfSha256, sha256), ct);
        return (await db.Certificates.Where(c => c.Id == id).Select(c => c.PdfSha256).SingleAsync(ct))!;
    }
}
