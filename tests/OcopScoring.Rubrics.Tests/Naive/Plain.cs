using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests.Naive;

/// <summary>Rational arithmetic of the simplest kind, written apart from the product: a pair of whole numbers, reduced only when shown.</summary>
readonly record struct Plain(BigInteger Above, BigInteger Below)
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Plain Of(int whole) => new(whole, 1);

    public static Plain Mean(IReadOnlyCollection<int> values) => new(values.Aggregate(BigInteger.Zero, (sum, value) => sum + value), values.Count);

    public static Plain Parse(string text)
    {
        var halves = text.Split('/');
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return new Plain(BigInteger.Parse(halves[0], culture), halves.Length == 1 ? 1 : BigInteger.Parse(halves[1], culture));
    }

    public static bool operator >=(Plain a, Plain b) => a.Above * b.Below >= b.Above * a.Below;

    public static bool operator <=(Plain a, Plain b) => b >= a;

    public override string ToString()
    {
        var divisor = Divisor(Above, Below);
        return Below == divisor ? $"{Above / divisor}" : $"{Above / divisor}/{Below / divisor}";
    }

    /// <summary>Four places, half up, for numbers of at least 0.</summary>
    public string Decimal()
    {
        var tenThousandths = ((Above * 20000) + Below) / (Below * 2);
        return $"{tenThousandths / 10000}.{tenThousandths % 10000:0000}";
    }

    public static string Text(JsonNode node) => node.ToJsonString(Options);

    static BigInteger Divisor(BigInteger a, BigInteger b) => b == 0 ? a : Divisor(b, a % b);
}
