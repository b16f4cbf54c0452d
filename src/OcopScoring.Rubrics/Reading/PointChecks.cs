namespace OcopScoring.Rubrics;

/// <summary>Checks that points agree: leaf with its highest option, and the leaves with their groups, parts and the total.</summary>
static class PointChecks
{
    public static void Run(RubricDraft rubric, FaultList faults)
    {
        long? total = 0;
        foreach (var part in rubric.Parts ?? [])
        {
            foreach (var leaf in (part.Criteria ?? []).Where(criterion => criterion.IsLeaf)) CheckLeaf(leaf, faults);
            var sum = CheckPart(part, faults);
            total += sum;
            CheckRepeated(rubric, part, faults);
        }

        if (rubric.Parts is not null && total is { } points && rubric.TotalMax is { } max && points != max)
            faults.Add(JsonPath.Property(rubric.Path, "total_max"), $"The leaves of the rubric have {points} points together, not {max}.");
    }

    static void CheckLeaf(CriterionDraft leaf, FaultList faults)
    {
        if (leaf.Max is not { } max || leaf.Options is not { } options || options.Any(option => option.Points is null)) return;
        var highest = options.Max(option => option.Points!.Value);
        if (highest != max)
            faults.Add(JsonPath.Property(leaf.Path, "max"), $"The highest option of the leaf has {highest} points, not {max}.");
    }

    /// <summary>The points of all leaves of the part, or null when one of them is not known.</summary>
    static long? CheckPart(PartDraft part, FaultList faults)
    {
        if (part.Criteria is not { } criteria || criteria.Any(criterion => criterion.Type is null)) return null;
        foreach (var group in criteria.Where(criterion => !criterion.IsLeaf))
            if (Sum(criteria.Where(leaf => leaf.IsLeaf && IsBelow(leaf, group))) is { } below && group.Max is { } max && below != max)
                faults.Add(JsonPath.Property(group.Path, "max"), $"The leaves of the group have {below} points together, not {max}.");
        var sum = Sum(criteria.Where(criterion => criterion.IsLeaf));
        if (sum is { } points && part.Max is { } partMax && points != partMax)
            faults.Add(JsonPath.Property(part.Path, "max"), $"The leaves of the part have {points} points together, not {partMax}.");
        return sum;
    }

    static void CheckRepeated(RubricDraft rubric, PartDraft part, FaultList faults)
    {
        if (part is not { Id: { } id, Max: { } max } || rubric.PartMax.GetValueOrDefault(id) is not { } repeated || repeated == max) return;
        var path = JsonPath.Property(JsonPath.Property(rubric.Path, "part_max"), id);
        faults.Add(path, $"This repeats {JsonPath.Property(part.Path, "max")}, which is {max}, not {repeated}.");
    }

    static long? Sum(IEnumerable<CriterionDraft> leaves)
    {
        long? sum = 0;
        foreach (var leaf in leaves) sum += leaf.Max;
        return sum;
    }

    static bool IsBelow(CriterionDraft leaf, CriterionDraft group)
    {
        var seen = new HashSet<CriterionDraft>();
        for (var parent = leaf.Parent; parent is not null && seen.Add(parent); parent = parent.Parent)
            if (parent == group) return true;
        return false;
    }
}
