using System.Text;

namespace OcopScoring.Documents.Reading;

/// <summary>Strings of PDF syntax (ISO 32000-1, 7.3.4): literal with escapes, or hexadecimal.</summary>
internal static class PdfString
{
    /// <summary>The string that begins after white space; null when none does. Reads at most <paramref name="longest"/> bytes of it.</summary>
    public static byte[]? At(ReadOnlySpan<byte> bytes, int longest)
    {
        var start = 0;
        while (start < bytes.Length && bytes[start] <= ' ') start++;
        if (start >= bytes.Length) return null;
        var into = new List<byte>();
        if (bytes[start] == '(') Literal(bytes[start..], into, longest);
        else if (bytes[start] == '<') Hex(bytes[start..], into, longest);
        else return null;
        return [.. into];
    }

    /// <summary>A text string: UTF-16 or UTF-8 by its mark, else one byte a letter.</summary>
    public static string Text(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        _ => Encoding.Latin1.GetString(bytes),
    };

    /// <summary>Reads a literal string and returns the length of its source.</summary>
    public static int Literal(ReadOnlySpan<byte> source, List<byte> into, int longest)
    {
        var (depth, i) = (1, 1);
        for (; i < source.Length && depth > 0 && into.Count < longest; i++)
        {
            var value = source[i];
            if (value == '\\')
            {
                i = Escape(source, i + 1, into);
                continue;
            }
            if (value == '(') depth++;
            if (value == ')' && --depth == 0) continue;
            into.Add(value);
        }
        return i;
    }

    /// <summary>Reads a hexadecimal string and returns the length of its source.</summary>
    public static int Hex(ReadOnlySpan<byte> source, List<byte> into, int longest)
    {
        var (high, i) = (-1, 1);
        for (; i < source.Length && source[i] != '>' && into.Count < longest; i++)
        {
            if (!char.IsAsciiHexDigit((char)source[i])) continue;
            var digit = Convert.ToInt32(((char)source[i]).ToString(), 16);
            if (high < 0)
            {
                high = digit;
                continue;
            }
            into.Add((byte)(high * 16 + digit));
            high = -1;
        }
        if (high >= 0) into.Add((byte)(high * 16));
        return i + 1;
    }

    /// <summary>Reads what follows a backslash and returns the index of its last byte.</summary>
    static int Escape(ReadOnlySpan<byte> source, int i, List<byte> into)
    {
        if (i >= source.Length) return i;
        var letter = source[i];
        if (letter is >= (byte)'0' and <= (byte)'7')
        {
            var (value, digits) = (0, 0);
            while (digits < 3 && i + digits < source.Length && source[i + digits] is >= (byte)'0' and <= (byte)'7')
                value = value * 8 + source[i + digits++] - '0';
            into.Add((byte)value);
            return i + digits - 1;
        }
        if (letter == '\r') return i + 1 < source.Length && source[i + 1] == '\n' ? i + 1 : i;
        if (letter == '\n') return i;
        into.Add(letter switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            _ => letter,
        });
        return i;
    }
}
