namespace OcopScoring.Rubrics;

/// <summary>One level of a leaf that a member may choose.</summary>
public sealed class RubricOption
{
    internal RubricOption(string id, int points, string labelVi, int? minStar, int? @case)
    {
        Id = id;
        Points = points;
        LabelVi = labelVi;
        MinStar = minStar;
        Case = @case;
    }

    /// <summary>The id of the criterion, a dot, and a part without a dot: <c>1.1.b</c>.</summary>
    public string Id { get; }

    /// <summary>At least 0.</summary>
    public int Points { get; }

    public string LabelVi { get; }

    /// <summary>3, 4 or 5 where this is the lowest option allowed for that many stars; the rubric then has a <see cref="StarMark"/> for it.</summary>
    public int? MinStar { get; }

    /// <summary>Which of two alternative scales the option belongs to; options without a case form one case.</summary>
    public int? Case { get; }

    public override string ToString() => Id;
}
