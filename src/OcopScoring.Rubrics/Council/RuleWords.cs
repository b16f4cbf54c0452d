namespace OcopScoring.Rubrics;

/// <summary>The words of <c>ocop-council-rules/1</c>.</summary>
static class RuleWords
{
    public static readonly OrderedDictionary<string, OnSpread> Spreads = new(StringComparer.Ordinal)
    {
        ["rescore"] = OnSpread.Rescore,
        ["ignore"] = OnSpread.Ignore,
    };

    public static readonly OrderedDictionary<string, MarksBasis> Marks = new(StringComparer.Ordinal)
    {
        ["criterion-mean"] = MarksBasis.CriterionMean,
        ["every-sheet"] = MarksBasis.EverySheet,
        ["majority"] = MarksBasis.Majority,
    };

    public static readonly OrderedDictionary<string, KnockoutBasis> Knockouts = new(StringComparer.Ordinal)
    {
        ["majority"] = KnockoutBasis.Majority,
        ["any"] = KnockoutBasis.Any,
    };

    public static string Of(OnSpread word) => Spreads.GetAt((int)word).Key;

    public static string Of(MarksBasis word) => Marks.GetAt((int)word).Key;

    public static string Of(KnockoutBasis word) => Knockouts.GetAt((int)word).Key;
}
