namespace OcopScoring.Rubrics;

/// <summary>A rubric as it was read: null stands where something was refused, so that the checks pass over it.</summary>
sealed class RubricDraft
{
    public required string Path { get; init; }

    public required string? SetCode { get; init; }

    public required int? SetNo { get; init; }

    public required string? Regime { get; init; }

    public required string? LabelVi { get; init; }

    public required string? LabelEn { get; init; }

    public required string? GroupVi { get; init; }

    public required int? TotalMax { get; init; }

    public required int? SamplesRequired { get; init; }

    public required DateOnly? EffectiveFrom { get; init; }

    public required DateOnly? EffectiveTo { get; init; }

    public required IReadOnlyList<string> ManagingAgencies { get; init; }

    public required IReadOnlyList<string> Disqualifiers { get; init; }

    /// <summary>Part id to the points that <c>part_max</c> repeats.</summary>
    public required IReadOnlyDictionary<string, int?> PartMax { get; init; }

    public required IReadOnlyList<MarkDraft> Marks { get; init; }

    /// <summary>False when a row could not be read, so that no option can be said to lack its row.</summary>
    public required bool MarksComplete { get; init; }

    /// <summary>Null when the list itself was refused.</summary>
    public required IReadOnlyList<PartDraft>? Parts { get; init; }

    public IEnumerable<CriterionDraft> Criteria => (Parts ?? []).SelectMany(part => part.Criteria ?? []);
}

sealed class PartDraft
{
    public required string Path { get; init; }

    public required string? Id { get; init; }

    public required string? LabelVi { get; init; }

    public required string? LabelEn { get; init; }

    public required int? Max { get; init; }

    /// <summary>Null when the list, or an element of it, was refused; then nothing can be added up.</summary>
    public required IReadOnlyList<CriterionDraft>? Criteria { get; init; }
}

sealed class CriterionDraft
{
    public required string Path { get; init; }

    public required string? Id { get; init; }

    public required string? ParentId { get; init; }

    public required string? LabelVi { get; init; }

    public required string? LabelEn { get; init; }

    public required int? Max { get; init; }

    public required CriterionType? Type { get; init; }

    public required IReadOnlyList<string?> Rules { get; init; }

    /// <summary>Empty for a group; null when the list, or an element of it, was refused.</summary>
    public required IReadOnlyList<OptionDraft>? Options { get; init; }

    /// <summary>The group named by <see cref="ParentId"/>, once found.</summary>
    public CriterionDraft? Parent { get; set; }

    public bool IsLeaf => Type is not (null or CriterionType.Group);
}

/// <summary>An option as it was read; <c>MinStarRead</c> is false when a <c>min_star</c> was given but refused.</summary>
sealed record OptionDraft(string Path, string? Id, int? Points, string? LabelVi, int? MinStar, bool MinStarRead, int? Case);

sealed record MarkDraft(string Path, string Criterion, string Option, int MinPoints, int Star);
