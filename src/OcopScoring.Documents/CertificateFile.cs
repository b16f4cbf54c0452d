using OcopScoring.Documents.Certificates;
using OcopScoring.Documents.Reading;

namespace OcopScoring.Documents;

/// <summary>Where a file names its certificate.</summary>
public enum CertificateFileSource
{
    Keywords,
    PageText,
}

/// <summary>
/// What a file says of itself; nothing of it is proven. <see cref="Template"/> and <see cref="ResultSha256"/> are known from keywords only.
/// </summary>
public sealed record CertificateFileFacts(string Number, string? Template, string? ResultSha256, CertificateFileSource Source);

/// <summary>Reads certificates back, changed and re-saved ones too.</summary>
public static class CertificateFile
{
    /// <summary>Longer files are none of ours.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>
    /// The certificate a PDF claims to be: from its keywords, or else from the text of its pages. Null when it names none.
    /// Never throws on bad input; time and memory are bounded whatever the file holds, since nothing is followed or nested.
    /// </summary>
    public static CertificateFileFacts? Read(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        if (pdf.Length > MaxBytes || pdf.AsSpan(0, Math.Min(pdf.Length, 1024)).IndexOf("%PDF-"u8) < 0) return null;

        if (CertificateKeywords.Find(pdf) is { } facts) return facts;
        var streams = PdfStreams.Of(pdf);
        foreach (var stream in streams)
            if (CertificateKeywords.Find(stream) is { } inside) return inside;
        return PageTexts.Of(streams).Select(CertificateNumbers.FirstIn).FirstOrDefault(number => number is not null) is { } found
            ? new(found, null, null, CertificateFileSource.PageText)
            : null;
    }
}
