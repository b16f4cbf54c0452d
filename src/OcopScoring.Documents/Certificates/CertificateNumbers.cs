using System.Text.RegularExpressions;

namespace OcopScoring.Documents.Certificates;

/// <summary>Certificate numbers as they stand in a text.</summary>
internal static partial class CertificateNumbers
{
    public static string? FirstIn(string text) => Pattern().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("[0-9]{4,9}/[0-9]{4}/GCN-OCOP-[A-Z0-9]{1,12}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();
}
