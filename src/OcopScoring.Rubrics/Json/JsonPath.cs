using System.Globalization;
using System.Text;

namespace OcopScoring.Rubrics;

/// <summary>
/// Writes the paths of faults: <c>parts[0].criteria[3].max</c>. The document is <c>$</c>, which is left out before a property of it.
/// A name that is no identifier, and every key of a map such as <c>choices</c>, stands in brackets and quotes.
/// </summary>
public static class JsonPath
{
    public const string Root = "$";

    public static string Property(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsIdentifier(name)) return Key(path, name);
        return path == Root ? name : $"{path}.{name}";
    }

    public static string Key(string path, string key) => $"{path}['{Escaped(key)}']";

    public static string Element(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>A value in single quotes for a message: control characters escaped, cut after 60 characters.</summary>
    public static string Quoted(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length <= 60) return $"'{Escaped(value)}'";
        var end = char.IsHighSurrogate(value[59]) ? 59 : 60;
        return $"'{Escaped(value[..end])}…'";
    }

    static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_') return false;
        return true;
    }

    static string Escaped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var plain = c is not ('\'' or '\\') && !IsUnprintable(c);
            if (!plain && escaped is null) escaped = new StringBuilder(text, 0, i, text.Length + 8);
            if (escaped is null) continue;
            if (plain) escaped.Append(c);
            else if (c is '\'' or '\\') escaped.Append('\\').Append(c);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped?.ToString() ?? text;
    }

    // Line and paragraph separators would break the one line that a fault takes; direction marks would scramble it.
    static bool IsUnprintable(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
