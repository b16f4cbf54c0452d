namespace OcopScoring.Core.Recognition;

/// <summary>What somebody typed or scanned, as the slug of a certificate's number: spaces and case do not matter, slashes are hyphens.</summary>
public static class CertificateSlug
{
    public static string OfTyped(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('/', '-').ToUpperInvariant();
}
