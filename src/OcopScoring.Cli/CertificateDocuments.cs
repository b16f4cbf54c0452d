using OcopScoring.Core;
using OcopScoring.Core.Recognition;
using OcopScoring.Documents;

namespace OcopScoring.Cli;

/// <summary>Connects what Core asks of documents with the room that draws them.</summary>
sealed class CertificateDocuments : ICertificateDocuments
{
    readonly CertificateRenderer renderer = new();

    public Refusal? Fit(CertificateData data)
    {
        var report = renderer.Fits(ModelOf(data));
        return report.Fits ? null : new Refusal("certificate-does-not-fit", $"{report.Problems[0].Field}: {report.Problems[0].MessageVi}", $"{report.Problems[0].Field}: {report.Problems[0].MessageEn}", path: report.Problems[0].Field);
    }

    public Task<byte[]> RenderAsync(CertificateData data, CancellationToken ct) => RenderAsync(data, RenderOptions.Pdf, ct);

    public Task<byte[]> PreviewAsync(CertificateData data, int dpi, CancellationToken ct) => RenderAsync(data, RenderOptions.Png(dpi), ct);

    async Task<byte[]> RenderAsync(CertificateData data, RenderOptions options, CancellationToken ct)
    {
        using var stream = new MemoryStream();
        await renderer.RenderAsync(ModelOf(data), options, stream, ct);
        return stream.ToArray();
    }

    static CertificateModel ModelOf(CertificateData data) => new()
    {
        Number = data.Number,
        ProductName = data.ProductName,
        ProductNameEn = data.ProductNameEn,
        ProducerName = data.ProducerName,
        ProducerAddress = data.ProducerAddress,
        Stars = data.Stars,
        Points = data.Points,
        IssuedOn = data.IssuedOn,
        ValidUntil = data.ValidUntil,
        Months = data.Months,
        AuthorityVi = data.Authority.Vi,
        AuthorityEn = data.Authority.En,
        PlaceVi = data.Place,
        SignatoryVi = data.SignatoryVi,
        SignatoryEn = data.SignatoryEn.Count > 0 ? string.Join(", ", data.SignatoryEn) : null,
        LegalBasisVi = data.Basis.Vi,
        LegalBasisEn = data.Basis.En,
        VerificationUrl = data.VerificationUrl,
    };
}
