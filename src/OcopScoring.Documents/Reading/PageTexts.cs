using System.Text;

namespace OcopScoring.Documents.Reading;

/// <summary>
/// Text drawn by the content streams of a file. Which font belongs to which map is not looked up: each run is tried under every map,
/// which is enough to look for a known pattern.
/// </summary>
internal static class PageTexts
{
    const int MostMaps = 64;
    const int MostBytes = 200_000;

    public static IEnumerable<string> Of(IReadOnlyList<byte[]> streams)
    {
        var runs = new List<List<byte>>();
        var left = MostBytes;
        foreach (var stream in streams)
            if (stream.AsSpan().IndexOf("Tj"u8) >= 0 || stream.AsSpan().IndexOf("TJ"u8) >= 0)
                left = Collect(stream, runs, left);

        foreach (var map in streams.Select(GlyphMap.Read).OfType<GlyphMap>().Take(MostMaps))
            foreach (var run in runs)
                yield return map.Decode(run);
        foreach (var run in runs) yield return Encoding.Latin1.GetString([.. run]);
    }

    /// <summary>Adds one run for each stretch of strings between operators that begin a new text, a font or a line.</summary>
    static int Collect(byte[] stream, List<List<byte>> runs, int left)
    {
        var run = new List<byte>();
        ReadOnlySpan<byte> operand = [];
        for (var i = 0; i < stream.Length && left > 0;)
        {
            var value = stream[i];
            if (value == '(' || value == '<' && !(i + 1 < stream.Length && stream[i + 1] == '<'))
            {
                var before = run.Count;
                i += value == '(' ? PdfString.Literal(stream.AsSpan(i), run, run.Count + left) : PdfString.Hex(stream.AsSpan(i), run, run.Count + left);
                left -= run.Count - before;
                continue;
            }
            var end = i;
            while (end < stream.Length && end - i < 32 && IsWord(stream[end])) end++;
            if (end == i)
            {
                i += value == '<' ? 2 : 1;
                continue;
            }
            var word = stream.AsSpan(i, end - i);
            if (BeginsNew(word, operand) && run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
            operand = word;
            i = end;
        }
        if (run.Count > 0) runs.Add(run);
        return left;
    }

    static bool BeginsNew(ReadOnlySpan<byte> word, ReadOnlySpan<byte> operand)
        => word.SequenceEqual("BT"u8) || word.SequenceEqual("ET"u8) || word.SequenceEqual("Tf"u8) || word.SequenceEqual("Tm"u8) || word.SequenceEqual("T*"u8)
            || (word.SequenceEqual("Td"u8) || word.SequenceEqual("TD"u8)) && !operand.SequenceEqual("0"u8);

    static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'*' or (byte)'.' or (byte)'-' or (byte)'+';
}
