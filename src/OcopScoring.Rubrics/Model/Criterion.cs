namespace OcopScoring.Rubrics;

/// <summary>A group or a leaf (any other type) of a rubric.</summary>
public sealed class Criterion
{
    readonly Dictionary<string, RubricOption> optionsById;

    internal Criterion(
        string id, string? parentId, RubricPart part, string labelVi, string labelEn, int max, CriterionType type,
        IReadOnlyList<RubricOption> options, IReadOnlyList<string> rules, int leafIndex)
    {
        Id = id;
        ParentId = parentId;
        Part = part;
        LabelVi = labelVi;
        LabelEn = labelEn;
        Max = max;
        Type = type;
        Options = options;
        Rules = rules;
        LeafIndex = leafIndex;
        LowestPoints = options.Count == 0 ? 0 : options.Min(option => option.Points);
        optionsById = options.ToDictionary(option => option.Id, StringComparer.Ordinal);
    }

    /// <summary>Unique in the rubric: <c>6.1.2</c>.</summary>
    public string Id { get; }

    /// <summary>The group of the same part that it belongs to, or null.</summary>
    public string? ParentId { get; }

    public RubricPart Part { get; }

    public string LabelVi { get; }

    public string LabelEn { get; }

    /// <summary>For a leaf the points of its highest option, for a group the sum over all leaves below it.</summary>
    public int Max { get; }

    public CriterionType Type { get; }

    public bool IsGroup => Type == CriterionType.Group;

    /// <summary>All options over all cases; at least one for a leaf, none for a group.</summary>
    public IReadOnlyList<RubricOption> Options { get; }

    public IReadOnlyList<string> Rules { get; }

    /// <summary>The points of the lowest option over all cases; 0 for a group.</summary>
    public int LowestPoints { get; }

    /// <summary>True where a member may answer that no level is reached, which gives 0 points: where no option gives 0.</summary>
    public bool AllowsNone => !IsGroup && LowestPoints > 0;

    /// <summary>Where this leaf depends on a story (<see cref="RuleIds.DependsOnStory"/>): the leaf of the same group that says whether there is one.</summary>
    public Criterion? StoryLeaf { get; internal set; }

    /// <summary>Its place in <see cref="Rubric.Leaves"/>, or -1 for a group.</summary>
    public int LeafIndex { get; }

    public RubricOption? FindOption(string id) => optionsById.GetValueOrDefault(id);

    public override string ToString() => Id;
}
