namespace OcopScoring.Rubrics;

/// <summary>
/// A checked set of criteria (<c>ocop-rubric/1</c>): its points add up, its ids are unique, its star marks agree with its options.
/// Made by <see cref="RubricReader"/> only, and never changed.
/// </summary>
public sealed class Rubric
{
    readonly Dictionary<string, Criterion> leavesById;

    internal Rubric(RubricFacts facts, IReadOnlyList<RubricPart> parts, IReadOnlyList<StarMark> marks)
    {
        Facts = facts;
        Parts = parts;
        Criteria = [.. parts.SelectMany(part => part.Criteria)];
        Leaves = [.. Criteria.Where(criterion => !criterion.IsGroup)];
        leavesById = Leaves.ToDictionary(leaf => leaf.Id, StringComparer.Ordinal);
        Marks = marks;
        var raised = Criteria.SelectMany(criterion => criterion.Rules).Where(RuleIds.IsKnockOut);
        KnockOutIds = [.. Disqualifiers.Concat(raised).Distinct(StringComparer.Ordinal)];
        Index = new ScoringIndex(this);
    }

    /// <summary><c>QD26-11</c>.</summary>
    public string SetCode => Facts.SetCode;

    public int SetNo => Facts.SetNo;

    /// <summary>The legal basis that the rubric belongs to: <c>QD26-2026</c>.</summary>
    public string Regime => Facts.Regime;

    public string LabelVi => Facts.LabelVi;

    /// <summary>Null where the source has no English name.</summary>
    public string? LabelEn => Facts.LabelEn;

    public string? GroupVi => Facts.GroupVi;

    /// <summary>The points of all leaves.</summary>
    public int TotalMax => Facts.TotalMax;

    /// <summary>How many sample products a dossier brings; 0 where none are needed or the source does not say.</summary>
    public int SamplesRequired => Facts.SamplesRequired;

    /// <summary>First day in force.</summary>
    public DateOnly EffectiveFrom => Facts.EffectiveFrom;

    /// <summary>The day it lapsed, or null while it is in force.</summary>
    public DateOnly? EffectiveTo => Facts.EffectiveTo;

    public IReadOnlyList<string> ManagingAgencies => Facts.ManagingAgencies;

    /// <summary>A, B and C, in this order.</summary>
    public IReadOnlyList<RubricPart> Parts { get; }

    /// <summary>Groups and leaves of all parts, in order.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>The scored criteria, in order.</summary>
    public IReadOnlyList<Criterion> Leaves { get; }

    /// <summary>Star marks in the order of the options that carry them.</summary>
    public IReadOnlyList<StarMark> Marks { get; }

    /// <summary>Grounds on which a whole dossier is thrown out.</summary>
    public IReadOnlyList<string> Disqualifiers => Facts.Disqualifiers;

    /// <summary>All ids that a sheet may list in <c>flags</c>: disqualifiers, then the knock-out rules of criteria; each once.</summary>
    public IReadOnlyList<string> KnockOutIds { get; }

    internal RubricFacts Facts { get; }

    internal ScoringIndex Index { get; }

    /// <summary>Null when there is no such leaf; the id of a group is none.</summary>
    public Criterion? FindLeaf(string id) => leavesById.GetValueOrDefault(id);

    public override string ToString() => SetCode;
}
