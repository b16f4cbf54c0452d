using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>What happens when the totals of the sheets lie further apart than <see cref="CouncilRules.MaxSpread"/>.</summary>
public enum OnSpread
{
    Rescore,
    Ignore,
}

/// <summary>What a star mark is compared with.</summary>
public enum MarksBasis
{
    /// <summary>The mean of the criterion over the counted sheets.</summary>
    CriterionMean,

    /// <summary>Each counted sheet.</summary>
    EverySheet,

    /// <summary>More than half of the counted sheets.</summary>
    Majority,
}

/// <summary>How many counted sheets make a knock-out effective.</summary>
public enum KnockoutBasis
{
    /// <summary>More than half of them.</summary>
    Majority,

    /// <summary>At least one.</summary>
    Any,
}

/// <summary>The rules by which a council's sheets become a result (<c>ocop-council-rules/1</c>). The defaults are those of an empty document.</summary>
public sealed record CouncilRules
{
    public const string Schema = "ocop-council-rules/1";

    public static CouncilRules Default { get; } = new();

    /// <summary>The least share of voting seats that must be present, from 0 to 1, both included. Default 3/4.</summary>
    public Fraction MinAttendance
    {
        get;
        init => field = value >= 0 && value <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"The least attendance is from 0 to 1, not {value}.");
    } = Fraction.Parse("3/4");

    /// <summary>Whether the chair must be present, scoring or recused. Default true.</summary>
    public bool ChairRequired { get; init; } = true;

    /// <summary>
    /// The largest allowed difference between two totals, itself allowed; null for no limit. Default 10.
    /// A document may state any whole number; one above <see cref="int.MaxValue"/>, which no difference can exceed, is read as that.
    /// </summary>
    public int? MaxSpread
    {
        get;
        init => field = value is null or >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"The largest spread is at least 0, not {value}.");
    } = 10;

    public OnSpread OnSpread { get; init; } = OnSpread.Rescore;

    public MarksBasis MarksBasis { get; init; } = MarksBasis.CriterionMean;

    public KnockoutBasis KnockoutBasis { get; init; } = KnockoutBasis.Majority;

    /// <summary>Writes the document with every field.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("minAttendance", MinAttendance.ToString());
        writer.WriteBoolean("chairRequired", ChairRequired);
        if (MaxSpread is { } limit) writer.WriteNumber("maxSpread", limit);
        else writer.WriteNull("maxSpread");
        writer.WriteString("onSpread", RuleWords.Of(OnSpread));
        writer.WriteString("marksBasis", RuleWords.Of(MarksBasis));
        writer.WriteString("knockoutBasis", RuleWords.Of(KnockoutBasis));
        writer.WriteEndObject();
    }

    public string ToJson() => JsonText.Of(WriteJson);
}
