using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>How a council round ended. When several apply, the first in this order wins.</summary>
public enum CouncilStatus
{
    NoQuorum,
    Disqualified,
    Rescore,
    Classified,
}

/// <summary>The exact means of the points of parts A, B and C over the counted sheets.</summary>
public sealed record PartMeans(Fraction A, Fraction B, Fraction C);

/// <summary>A star mark that the counted sheets do not reach.</summary>
/// <param name="Criterion">Id of the leaf.</param>
/// <param name="Star">3, 4 or 5.</param>
/// <param name="MinPoints">The points that the mark asks for.</param>
/// <param name="Value">The mean of the criterion over the counted sheets, under every <see cref="MarksBasis"/>.</param>
public readonly record struct UnmetMark(string Criterion, int Star, int MinPoints, Fraction Value);

/// <summary>What the sheets of one council round come to. All numbers are exact.</summary>
public sealed record CouncilResult
{
    /// <summary>The rubric's set code.</summary>
    public required string Rubric { get; init; }

    public required CouncilStatus Status { get; init; }

    /// <summary>Number of voting seats, at least 1.</summary>
    public required int Voting { get; init; }

    /// <summary>Number of submitted sheets of voting seats.</summary>
    public required int Counted { get; init; }

    /// <summary>(Submitted + recused) ÷ voting, from 0 to 1.</summary>
    public required Fraction Attendance { get; init; }

    /// <summary>Sum of the totals ÷ counted; null when no sheet is counted.</summary>
    public required Fraction? Mean { get; init; }

    /// <summary>Null when no sheet is counted.</summary>
    public required PartMeans? Parts { get; init; }

    /// <summary>Highest total − lowest total; null when no sheet is counted.</summary>
    public required int? Spread { get; init; }

    /// <summary>1 to 5 by the mean alone; null unless classified.</summary>
    public required int? StarsByPoints { get; init; }

    /// <summary>2 to 5: the most that the star marks allow; null unless classified.</summary>
    public required int? StarCap { get; init; }

    /// <summary>The lower of <see cref="StarsByPoints"/> and <see cref="StarCap"/>; null unless classified.</summary>
    public int? Stars => StarsByPoints is { } points && StarCap is { } cap ? Math.Min(points, cap) : null;

    /// <summary>Three stars or more.</summary>
    public bool Certifiable => Stars >= 3;

    /// <summary>Every unmet mark by star, then by the rubric's order; null when no sheet is counted.</summary>
    public required IReadOnlyList<UnmetMark>? UnmetMarks { get; init; }

    /// <summary>The effective knock-outs in ordinal order.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    public static Reading<CouncilResult> FromJson(JsonElement element, string path = JsonPath.Root) => CouncilResultReader.Read(element, path);

    /// <inheritdoc cref="FromJson(JsonElement, string)"/>
    public static Reading<CouncilResult> FromJson(ReadOnlyMemory<byte> utf8) =>
        StrictJson.Read(utf8, (root, _) => CouncilResultReader.Read(root, JsonPath.Root));

    /// <summary>Writes the document of <c>ocop score --json</c>.</summary>
    public void WriteJson(Utf8JsonWriter writer) => CouncilResultWriter.Write(this, writer);

    public string ToJson() => JsonText.Of(WriteJson);

    public bool Equals(CouncilResult? other) =>
        other is not null
        && (Rubric, Status, Voting, Counted, Attendance, Mean) == (other.Rubric, other.Status, other.Voting, other.Counted, other.Attendance, other.Mean)
        && (Parts, Spread, StarsByPoints, StarCap) == (other.Parts, other.Spread, other.StarsByPoints, other.StarCap)
        && (UnmetMarks is null) == (other.UnmetMarks is null)
        && (UnmetMarks ?? []).SequenceEqual(other.UnmetMarks ?? [])
        && Flags.SequenceEqual(other.Flags, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Rubric, Status, Voting, Counted, Attendance, Mean, StarsByPoints, StarCap);
}
