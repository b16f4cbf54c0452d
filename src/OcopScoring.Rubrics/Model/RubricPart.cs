namespace OcopScoring.Rubrics;

/// <summary>Part A, B or C of a rubric.</summary>
public sealed class RubricPart
{
    internal RubricPart(string id, string labelVi, string labelEn, int max)
    {
        Id = id;
        LabelVi = labelVi;
        LabelEn = labelEn;
        Max = max;
    }

    /// <summary><c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public string Id { get; }

    public string LabelVi { get; }

    public string LabelEn { get; }

    /// <summary>The sum of the points of its leaves.</summary>
    public int Max { get; }

    /// <summary>Groups and leaves in the order of the document.</summary>
    public IReadOnlyList<Criterion> Criteria { get; internal set; } = [];

    public override string ToString() => Id;
}
