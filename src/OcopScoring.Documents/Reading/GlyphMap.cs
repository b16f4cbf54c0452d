using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OcopScoring.Documents.Reading;

/// <summary>A ToUnicode map of a font (ISO 32000-1, 9.10.3): codes of one or two bytes to text.</summary>
internal sealed partial class GlyphMap
{
    const int MostEntries = 70_000;

    readonly Dictionary<int, string> _texts = [];
    readonly int _bytesPerCode;
    int _entries;

    GlyphMap(int bytesPerCode) => _bytesPerCode = bytesPerCode;

    /// <summary>Null for a stream that is no such map.</summary>
    public static GlyphMap? Read(byte[] stream)
    {
        if (stream.AsSpan().IndexOf("beginbf"u8) < 0) return null;
        var source = Encoding.Latin1.GetString(stream);
        GlyphMap? map = null;
        foreach (Match block in Block().Matches(source))
        {
            var isRange = block.Groups["kind"].Value == "range";
            var entries = isRange ? Range().Matches(block.Value) : Single().Matches(block.Value);
            foreach (Match entry in entries)
            {
                var first = entry.Groups["first"].Value;
                map ??= new(first.Length <= 2 ? 1 : 2);
                map.Add(first, isRange ? entry.Groups["last"].Value : first, entry.Groups["text"].Captures);
                if (map._entries >= MostEntries) return map;
            }
        }
        return map;
    }

    public string Decode(IReadOnlyList<byte> bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i + _bytesPerCode <= bytes.Count; i += _bytesPerCode)
        {
            var code = _bytesPerCode == 1 ? bytes[i] : bytes[i] * 256 + bytes[i + 1];
            text.Append(_texts.GetValueOrDefault(code, "\uFFFD"));
        }
        return text.ToString();
    }

    /// <summary>One text for each code, or one for the first whose last letter counts up.</summary>
    void Add(string from, string to, CaptureCollection texts)
    {
        var (first, last) = (Code(from), Code(to));
        for (var code = first; code <= last && _entries < MostEntries; code++, _entries++)
        {
            var step = code - first;
            if (texts.Count > 1 && step >= texts.Count) return;
            var units = Units(texts[texts.Count > 1 ? step : 0].Value);
            if (units.Length == 0) return;
            if (texts.Count == 1) units[^1] = (char)(units[^1] + step);
            _texts[code] = new string(units);
        }
    }

    static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    static char[] Units(string hex)
        => [.. Enumerable.Range(0, hex.Length / 4).Select(i => (char)ushort.Parse(hex.AsSpan(i * 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"beginbf(?<kind>char|range)[\s<>\[\]0-9A-Fa-f]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"<(?<first>[0-9A-Fa-f]{1,4})>\s{0,4}<(?<text>[0-9A-Fa-f]{1,32})>", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"<(?<first>[0-9A-Fa-f]{1,4})>\s{0,4}<(?<last>[0-9A-Fa-f]{1,4})>\s{0,4}(?:<(?<text>[0-9A-Fa-f]{1,32})>|\[(?:\s{0,4}<(?<text>[0-9A-Fa-f]{1,32})>){1,256})", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
