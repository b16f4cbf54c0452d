namespace OcopScoring.Core.Recognition;

/// <summary>What a certificate says, in both languages where it has both. Addresses and names are printed as the dossier states them.</summary>
public sealed record CertificateData
{
    public required string Number { get; init; }

    public required string ProductName { get; init; }

    public string? ProductNameEn { get; init; }

    public required string ProducerName { get; init; }

    public required string ProducerAddress { get; init; }

    public required int Stars { get; init; }

    /// <summary>The mean with up to two decimals, half up, a comma between: "86,5".</summary>
    public required string Points { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly ValidUntil { get; init; }

    public required int Months { get; init; }

    public required Text Authority { get; init; }

    public required string Place { get; init; }

    public required IReadOnlyList<string> SignatoryVi { get; init; }

    public required IReadOnlyList<string> SignatoryEn { get; init; }

    public required Text Basis { get; init; }

    public required string Template { get; init; }

    public required string VerificationUrl { get; init; }
}

/// <summary>What Core needs of the documents: whether a certificate fits its page, and its bytes.</summary>
public interface ICertificateDocuments
{
    /// <summary>Null when everything fits at the stated minimum size; otherwise the refusal that names what is too long.</summary>
    Refusal? Fit(CertificateData data);

    Task<byte[]> RenderAsync(CertificateData data, CancellationToken ct);

    /// <summary>The same page as a PNG picture.</summary>
    Task<byte[]> PreviewAsync(CertificateData data, int dpi, CancellationToken ct);
}
