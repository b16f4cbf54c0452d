namespace OcopScoring.Documents;

/// <summary>What the rest of the product sees of certificates. Safe for use by several threads at once.</summary>
public interface ICertificateRenderer
{
    /// <summary>
    /// Writes the certificate to <paramref name="output"/>, which stays open.
    /// The same model and options give the same page, text and metadata.
    /// </summary>
    /// <exception cref="CertificateDoesNotFitException">The model does not fit: <see cref="Fits"/> was not asked, or not heeded.</exception>
    Task<RenderReceipt> RenderAsync(CertificateModel model, RenderOptions options, Stream output, CancellationToken cancellationToken);

    /// <summary>
    /// Says whether every text fits at the smallest size the template allows, and what to shorten when not.
    /// Ask before a number is taken.
    /// </summary>
    FitReport Fits(CertificateModel model);
}
