using System.Globalization;
using System.Numerics;

namespace OcopScoring.Rubrics;

/// <summary>
/// An exact rational number in lowest terms with a denominator above zero; the default value is 0.
/// Numbers have no size limit, so nothing overflows and nothing is rounded.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>, IComparable
{
    const int Small = 16;

    static readonly byte[] SmallDivisors =
        [.. from a in Enumerable.Range(0, Small) from b in Enumerable.Range(0, Small) select (byte)BigInteger.GreatestCommonDivisor(a, b)];

    readonly BigInteger denominator;

    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A fraction has a denominator other than 0.");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    Fraction(long numerator, long denominator)
    {
        Numerator = numerator;
        this.denominator = denominator;
    }

    public static Fraction Zero => default;

    public static Fraction One => new(1L, 1L);

    public BigInteger Numerator { get; }

    /// <summary>Always above zero.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public bool IsWhole => Denominator.IsOne;

    /// <summary>A sum divided by a count: the mean of <paramref name="count"/> values that add up to <paramref name="sum"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sum is below 0 or the count is not above 0.</exception>
    public static Fraction Mean(long sum, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sum);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var divisor = (uint)count;
        var rest = sum <= uint.MaxValue ? (uint)sum % divisor : (uint)(sum % divisor);
        var common = CommonDivisor(divisor, rest);
        if (common == 1) return new Fraction(sum, count);
        return new Fraction(sum <= uint.MaxValue ? (uint)sum / common : sum / common, divisor / common);
    }

    // A council has some ten sheets and dozens of means, so the divisors of small counts are looked up.
    static uint CommonDivisor(uint a, uint b)
    {
        if (a < Small) return SmallDivisors[(int)((a * Small) + b)];
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    /// <summary>Reads <c>n/d</c> or a whole number, in ASCII digits, with one minus sign at most, at the front.</summary>
    public static bool TryParse(string? text, out Fraction value)
    {
        value = default;
        if (text is null) return false;
        var negative = text.StartsWith('-');
        var digits = negative ? text.AsSpan(1) : text.AsSpan();
        var slash = digits.IndexOf('/');
        var above = slash < 0 ? digits : digits[..slash];
        var below = slash < 0 ? "1" : digits[(slash + 1)..];
        if (!TryDigits(above, out var numerator) || !TryDigits(below, out var divisor) || divisor.IsZero) return false;
        value = new Fraction(negative ? -numerator : numerator, divisor);
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is no fraction.</exception>
    public static Fraction Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is no fraction such as 3/4 or 1.");

    static bool TryDigits(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        return !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary><c>412/5</c>, or <c>90</c> for a whole number.</summary>
    public override string ToString() => IsWhole
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>A decimal with exactly <paramref name="places"/> places and a point, rounded half up (towards plus infinity). For display only.</summary>
    public string ToDecimalString(int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        var scale = BigInteger.Pow(10, places);
        var twice = (2 * Numerator * scale) + Denominator;
        var scaled = BigInteger.DivRem(twice, 2 * Denominator, out var rest);
        if (rest.Sign < 0) scaled--;
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Fraction other => CompareTo(other),
        _ => throw new ArgumentException("A fraction compares with a fraction only.", nameof(obj)),
    };

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public static implicit operator Fraction(int value) => new((long)value, 1L);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;
}
