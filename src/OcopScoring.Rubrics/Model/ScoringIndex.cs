namespace OcopScoring.Rubrics;

/// <summary>The numbers of a rubric laid out for scoring: leaves and flags by index, marks by star and then by the rubric's order.</summary>
sealed class ScoringIndex
{
    public ScoringIndex(Rubric rubric)
    {
        PartEnds = new int[rubric.Parts.Count];
        for (var part = 0; part < PartEnds.Length; part++)
            PartEnds[part] = rubric.Parts.Take(part + 1).Sum(p => p.Criteria.Count(criterion => !criterion.IsGroup));

        // Both sorts are stable, so marks of one star keep the order of Rubric.Marks.
        Marks = [.. rubric.Marks
            .OrderBy(mark => mark.Star)
            .Select(mark => new IndexedMark(rubric.FindLeaf(mark.Criterion)!.LeafIndex, mark.Criterion, mark.MinPoints, mark.Star))];
        Flags = [.. rubric.KnockOutIds.Order(StringComparer.Ordinal)];
        StopAnyZero = Array.IndexOf(Flags, RuleIds.StopAnyZeroInSensory);
        SensoryLeaves = [.. Sensory(rubric)];
    }

    /// <summary>For each part the index of the first leaf after it.</summary>
    public int[] PartEnds { get; }

    public IndexedMark[] Marks { get; }

    /// <summary>The knock-out ids in ordinal order; a flag's index is its place here.</summary>
    public string[] Flags { get; }

    /// <summary>The index of the flag that a zero among <see cref="SensoryLeaves"/> raises, or -1.</summary>
    public int StopAnyZero { get; }

    public int[] SensoryLeaves { get; }

    static IEnumerable<int> Sensory(Rubric rubric)
    {
        var parents = rubric.Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.ParentId, StringComparer.Ordinal);
        var groups = rubric.Leaves
            .Where(leaf => leaf.Rules.Contains(RuleIds.StopAnyZeroInSensory))
            .Select(leaf => leaf.ParentId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var leaf in rubric.Leaves)
            for (var group = leaf.ParentId; group is not null; group = parents[group])
                if (groups.Contains(group))
                {
                    yield return leaf.LeafIndex;
                    break;
                }
    }
}

/// <summary>A star mark with the place of its leaf in <see cref="Rubric.Leaves"/>.</summary>
readonly record struct IndexedMark(int Leaf, string Criterion, int MinPoints, int Star);
