using System.Globalization;

namespace OcopScoring.Workflows.Values;

/// <summary>Numbers to text and back as ECMAScript does it (Number::toString, StringToNumber).</summary>
static class JavaScriptNumber
{
    public static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (value == 0) return "0";
        if (double.IsPositiveInfinity(value)) return "Infinity";
        if (double.IsNegativeInfinity(value)) return "-Infinity";
        if (Math.Abs(value) < 1e9 && value == Math.Floor(value)) return ((long)value).ToString(CultureInfo.InvariantCulture);

        // The shortest digits that read back as the same double, as digits and a decimal exponent.
        string plain = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        (string digits, int point) = Split(plain);
        string sign = value < 0 ? "-" : "";
        return sign + Place(digits, point);
    }

    /// <summary>Digits without leading or trailing zeros, and where the decimal point stands in them.</summary>
    static (string Digits, int Point) Split(string text)
    {
        int exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = exponentAt < 0 ? text : text[..exponentAt];
        int dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        int point = (dot < 0 ? mantissa.Length : dot) + exponent;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0') leading++;
        return (digits[leading..].TrimEnd('0'), point - leading);
    }

    static string Place(string digits, int point)
    {
        int count = digits.Length;
        if (count <= point && point <= 21) return digits + new string('0', point - count);
        if (point is > 0 and <= 21) return digits[..point] + "." + digits[point..];
        if (point is > -6 and <= 0) return "0." + new string('0', -point) + digits;
        int exponent = point - 1;
        string shown = (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return count == 1 ? digits + shown : digits[..1] + "." + digits[1..] + shown;
    }

    public static double Parse(string text)
    {
        ReadOnlySpan<char> rest = TrimBlank(text);
        if (rest.IsEmpty) return 0;
        if (rest.Length > 2 && rest[0] == '0')
        {
            int radix = (rest[1] | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0) return ParseDigits(rest[2..], radix);
        }

        ReadOnlySpan<char> unsigned = rest[0] is '+' or '-' ? rest[1..] : rest;
        if (unsigned.SequenceEqual("Infinity")) return rest[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        foreach (char c in unsigned)
            if (!char.IsAsciiDigit(c) && c is not ('.' or 'e' or 'E' or '+' or '-')) return double.NaN;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(rest, style, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }

    static double ParseDigits(ReadOnlySpan<char> digits, int radix)
    {
        double value = 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : 99;
            if (digit >= radix) return double.NaN;
            value = value * radix + digit;
        }

        return value;
    }

    static ReadOnlySpan<char> TrimBlank(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty && IsBlank(rest[0])) rest = rest[1..];
        while (!rest.IsEmpty && IsBlank(rest[^1])) rest = rest[..^1];
        return rest;
    }

    static bool IsBlank(char c) => c == '\uFEFF' || (char.IsWhiteSpace(c) && c != '\u0085');
}
