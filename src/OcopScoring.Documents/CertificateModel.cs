namespace OcopScoring.Documents;

/// <summary>
/// What one certificate says. It knows nothing of layout or fonts; every date, number and text comes from the decision,
/// so that the same decision always gives the same page.
/// </summary>
public sealed record CertificateModel
{
    /// <summary>The number as registered, for example <c>0127/2026/GCN-OCOP-68</c>.</summary>
    public required string Number { get; init; }

    /// <summary>150 characters always fit; see <see cref="ICertificateRenderer.Fits"/>.</summary>
    public required string ProductName { get; init; }
    public string? ProductNameEn { get; init; }
    public required string ProducerName { get; init; }
    public required string ProducerAddress { get; init; }

    /// <summary>3, 4 or 5: nothing below three stars is certified (QĐ26 Điều 4.1.a).</summary>
    public required int Stars { get; init; }

    /// <summary>Points of 100 as Vietnamese writes them, with a decimal comma (<c>86,5</c>), for display only.</summary>
    public required string Points { get; init; }

    /// <summary>The day of the decision; the first day the certificate is in force.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day in force, included.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Length of validity as the regime states it (36, QĐ26 Điều 4.3).</summary>
    public required int Months { get; init; }

    /// <summary>Who certifies, in capitals: <c>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG</c>.</summary>
    public required string AuthorityVi { get; init; }
    public required string AuthorityEn { get; init; }

    /// <summary>Place of issue before the date: <c>Lâm Đồng</c>.</summary>
    public required string PlaceVi { get; init; }

    /// <summary>Lines above the space for the signature: <c>TM. ỦY BAN NHÂN DÂN</c>, <c>CHỦ TỊCH</c>. One to three.</summary>
    public required IReadOnlyList<string> SignatoryVi { get; init; }
    public string? SignatoryEn { get; init; }

    /// <summary>The decision the certificate rests on: <c>Theo Quyết định số 12/QĐ-UBND ngày 23/11/2026</c>.</summary>
    public required string LegalBasisVi { get; init; }
    public required string LegalBasisEn { get; init; }

    /// <summary>Absolute http or https address; drawn as QR, printed and linked.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>Lower-case hex SHA-256 of the sealed result of the round that decided; printed when given.</summary>
    public string? ResultSha256 { get; init; }

    /// <summary>A notice below the text, for example that this is a demonstration.</summary>
    public string? Note { get; init; }
}
