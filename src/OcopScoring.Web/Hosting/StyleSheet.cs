using System.Text.RegularExpressions;

namespace OcopScoring.Web.Hosting;

/// <summary>Makes a style sheet smaller without changing it: no comments, no indentation, no line ends.</summary>
static partial class StyleSheet
{
    public static string Compact(string sheet) =>
        Tight().Replace(Blank().Replace(Comment().Replace(sheet, ""), " "), "$1").Replace(": ", ":", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@" ?([{};,>]) ?")]
    private static partial Regex Tight();
}
