using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Recognition;

/// <summary>Whether a certificate is genuine, and what it says, for anybody who holds its number.</summary>
/// <param name="Slug">The number with hyphens for slashes.</param>
public sealed record VerifyCertificate(string Slug) : IQuery<VerifiedCertificate>;

/// <param name="SupersededBy">The newer certificate of the product.</param>
/// <param name="PdfSha256">Of the certificate as it was issued; null until it was drawn.</param>
public sealed record VerifiedCertificate(
    CertificateData Data, string Slug, int SetNo, CertificateState State, DateOnly? RevokedOn, DateOnly? SupersededOn, CertificateReference? SupersededBy, string? PdfSha256, DateOnly CheckedOn);

public sealed record CertificateReference(string Number, string Slug);

public sealed class VerifyCertificateAuthorizer : IAuthorizer<VerifyCertificate>
{
    public Task<Refusal?> Authorize(VerifyCertificate request, Actor actor, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}

public sealed class VerifyCertificateHandler(OcopDb db, Now now) : IRequestHandler<VerifyCertificate, Outcome<VerifiedCertificate>>
{
    public async Task<Outcome<VerifiedCertificate>> Handle(VerifyCertificate request, CancellationToken cancellationToken)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == request.Slug, cancellationToken);
        if (certificate is null)
            return Refusals.NotFound;
        var newer = await db.Certificates.Where(c => c.Id == certificate.SupersededById).Select(c => new CertificateReference(c.Number, c.Slug)).SingleOrDefaultAsync(cancellationToken);
        return new VerifiedCertificate(
            JsonSerializer.Deserialize<CertificateData>(certificate.Data)!,
            certificate.Slug,
            await db.Dossiers.Where(d => d.Id == certificate.DossierId).Select(d => d.SetNo).SingleAsync(cancellationToken),
            certificate.StateOn(now.Day),
            certificate.RevokedOn,
            certificate.SupersededOn,
            newer,
            certificate.PdfSha256,
            now.Day);
    }
}
