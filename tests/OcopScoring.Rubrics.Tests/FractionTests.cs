using System.Numerics;
using CsCheck;

namespace OcopScoring.Rubrics.Tests;

public sealed class FractionTests
{
    static readonly Gen<Fraction> Any =
        Gen.Select(Gen.Long, Gen.Long[1, long.MaxValue], (n, d) => new Fraction(n, d));

    [TestCase("3/4", "3/4")]
    [TestCase("6/8", "3/4")]
    [TestCase("0/5", "0")]
    [TestCase("0", "0")]
    [TestCase("007/014", "1/2")]
    [TestCase("90", "90")]
    [TestCase("180/2", "90")]
    [TestCase("-3/6", "-1/2")]
    [TestCase("100000000000000000000000000000/300000000000000000000000000000", "1/3")]
    public void It_is_read_and_written_in_lowest_terms(string text, string lowest) =>
        Assert.That(Fraction.Parse(text).ToString(), Is.EqualTo(lowest));

    [TestCase("")]
    [TestCase(" 1")]
    [TestCase("1 ")]
    [TestCase("1/")]
    [TestCase("/2")]
    [TestCase("1/0")]
    [TestCase("1/-2")]
    [TestCase("--1")]
    [TestCase("+1")]
    [TestCase("1/2/3")]
    [TestCase("0.75")]
    [TestCase("1e2")]
    [TestCase("٣/٤")]
    [TestCase("1,000")]
    public void What_is_no_fraction_is_refused(string text)
    {
        Assert.That(Fraction.TryParse(text, out _), Is.False);
        Assert.That(() => Fraction.Parse(text), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void No_text_is_no_fraction() => Assert.That(Fraction.TryParse(null, out _), Is.False);

    [Test]
    public void The_default_is_zero()
    {
        Assert.That(default(Fraction), Is.EqualTo(Fraction.Zero));
        Assert.That(default(Fraction).ToString(), Is.EqualTo("0"));
        Assert.That(default(Fraction) + Fraction.One, Is.EqualTo(Fraction.One));
        Assert.That(default(Fraction).Denominator, Is.EqualTo(BigInteger.One));
    }

    [Test]
    public void A_denominator_of_zero_is_refused() =>
        Assert.That(() => new Fraction(1, BigInteger.Zero), Throws.TypeOf<DivideByZeroException>());

    [Test]
    public void Dividing_by_zero_is_refused() =>
        Assert.That(() => Fraction.One / Fraction.Zero, Throws.TypeOf<DivideByZeroException>());

    [TestCase("412/5", 4, "82.4000")]
    [TestCase("90", 4, "90.0000")]
    [TestCase("0", 4, "0.0000")]
    [TestCase("1/3", 4, "0.3333")]
    [TestCase("2/3", 4, "0.6667")]
    [TestCase("1/20000", 4, "0.0001")]
    [TestCase("1/20001", 4, "0.0000")]
    [TestCase("3/20000", 4, "0.0002")]
    [TestCase("1799999/20000", 4, "90.0000")]
    [TestCase("14069/201", 4, "69.9950")]
    [TestCase("5/2", 0, "3")]
    [TestCase("-1/20000", 4, "0.0000")]
    [TestCase("-3/20000", 4, "-0.0001")]
    [TestCase("-1/3", 4, "-0.3333")]
    public void Decimals_are_rounded_half_up(string fraction, int places, string expected) =>
        Assert.That(Fraction.Parse(fraction).ToDecimalString(places), Is.EqualTo(expected));

    [Test]
    public void A_decimal_is_never_further_away_than_half_of_its_last_place() => Any.Sample(value =>
    {
        var shown = value.ToDecimalString(4).Replace(".", "", StringComparison.Ordinal);
        var back = new Fraction(BigInteger.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), 10000);
        var off = back - value;
        return off <= new Fraction(1, 20000) && off > new Fraction(-1, 20000);
    });

    [Test]
    public void Arithmetic_is_exact() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
        a + b - b == a
        && (a + b) * c == (a * c) + (b * c)
        && (b == 0 || a / b * b == a)
        && a - a == 0);

    [Test]
    public void Order_agrees_with_subtraction_and_equality() => Gen.Select(Any, Any).Sample((a, b) =>
        a.CompareTo(b) == (a - b).Numerator.Sign
        && a < b == b > a
        && a <= b == !(a > b)
        && a >= b == !(a < b)
        && a == b == (a.CompareTo(b) == 0)
        && a != b == !a.Equals(b)
        && a.Equals((object)a)
        && a.CompareTo((object)b) == a.CompareTo(b));

    [Test]
    public void Equal_values_have_one_form() => Gen.Select(Any, Gen.Long[1, 1_000_000]).Sample((a, factor) =>
    {
        var other = new Fraction(a.Numerator * -factor, a.Denominator * -factor);
        return other == a && other.GetHashCode() == a.GetHashCode() && other.ToString() == a.ToString()
            && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne && a.Denominator.Sign > 0;
    });

    [Test]
    public void Text_and_back_is_the_same() => Any.Sample(a => Fraction.Parse(a.ToString()) == a);

    [Test]
    public void A_mean_is_the_sum_divided_by_the_count() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 10_000], Gen.Long[uint.MaxValue - 2L, uint.MaxValue + 2L], Gen.Long[0, long.MaxValue]), Gen.Int[1, int.MaxValue])
            .Sample((sum, count) => Fraction.Mean(sum, count) == new Fraction(sum, count) && Fraction.Mean(sum, count).ToString() == new Fraction(sum, count).ToString());

    [Test]
    public void A_mean_of_nothing_is_refused()
    {
        Assert.That(() => Fraction.Mean(0, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Fraction.Mean(-1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void It_compares_with_fractions_only()
    {
        Assert.That(Fraction.One.CompareTo(null), Is.EqualTo(1));
        Assert.That(() => Fraction.One.CompareTo("1"), Throws.ArgumentException);
        Assert.That(Fraction.One.Equals("1"), Is.False);
    }
}
