namespace OcopScoring.Rubrics;

/// <summary>Checks ids: parts, unique criteria, parents, options as children of their criterion.</summary>
static class IdChecks
{
    public static void Run(RubricDraft rubric, FaultList faults)
    {
        CheckParts(rubric, faults);
        CheckCriteria(rubric, faults);
        foreach (var part in rubric.Parts ?? [])
            FindParents(part, rubric, faults);
        foreach (var criterion in rubric.Criteria)
            CheckOptions(criterion, faults);
    }

    static void CheckParts(RubricDraft rubric, FaultList faults)
    {
        if (rubric.Parts is not { } parts) return;
        var expected = PartDraftReader.PartIdsInOrder;
        for (var i = 0; i < Math.Max(parts.Count, expected.Count); i++)
        {
            if (i >= parts.Count)
                faults.Add(JsonPath.Element(JsonPath.Property(rubric.Path, "parts"), i), $"The part '{expected[i]}' is missing.");
            else if (parts[i].Id is { } id && (i >= expected.Count || id != expected[i]))
                faults.Add(JsonPath.Property(parts[i].Path, "id"), $"The parts are A, B and C in this order; {JsonPath.Quoted(id)} has no place here.");
        }
    }

    static void CheckCriteria(RubricDraft rubric, FaultList faults)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var criterion in rubric.Criteria)
        {
            if (criterion.Id is not { } id) continue;
            var path = JsonPath.Property(criterion.Path, "id");
            if (!first.TryAdd(id, path)) faults.Add(path, $"The id {JsonPath.Quoted(id)} is already given at {first[id]}.");
        }
    }

    static void FindParents(PartDraft part, RubricDraft rubric, FaultList faults)
    {
        var criteria = part.Criteria ?? [];
        foreach (var criterion in criteria)
        {
            if (criterion.ParentId is not { } parentId) continue;
            criterion.Parent = criteria.FirstOrDefault(other => other.Id == parentId);
            if (Refusal(criterion, parentId, part, rubric) is { } message)
                faults.Add(JsonPath.Property(criterion.Path, "parent"), message);
        }

        foreach (var criterion in criteria)
            if (IsBelowItself(criterion))
                faults.Add(JsonPath.Property(criterion.Path, "parent"), "A criterion cannot belong to itself, nor to a group below itself.");
    }

    static string? Refusal(CriterionDraft criterion, string parentId, PartDraft part, RubricDraft rubric)
    {
        if (criterion.Parent is { } parent)
            return parent.IsLeaf ? $"The parent {JsonPath.Quoted(parentId)} is a leaf; a parent is a group." : null;
        if (part.Criteria is null || part.Criteria.Any(other => other.Id is null)) return null;
        return rubric.Criteria.Any(other => other.Id == parentId)
            ? $"The parent {JsonPath.Quoted(parentId)} stands in another part."
            : $"There is no criterion {JsonPath.Quoted(parentId)} to be the parent.";
    }

    static bool IsBelowItself(CriterionDraft criterion)
    {
        var seen = new HashSet<CriterionDraft>();
        for (var group = criterion.Parent; group is not null && seen.Add(group); group = group.Parent)
            if (group == criterion) return true;
        return false;
    }

    static void CheckOptions(CriterionDraft criterion, FaultList faults)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var levels = new Dictionary<(int? Case, int Points, string Label), string>();
        foreach (var option in criterion.Options ?? [])
        {
            var idPath = JsonPath.Property(option.Path, "id");
            if (option.Id is { } id)
            {
                if (criterion.Id is { } owner && !IsChild(id, owner))
                    faults.Add(idPath, $"The option id {JsonPath.Quoted(id)} is no child of its criterion {JsonPath.Quoted(owner)}.");
                if (!ids.TryAdd(id, idPath)) faults.Add(idPath, $"The id {JsonPath.Quoted(id)} is already given at {ids[id]}.");
            }

            if (option is not { Points: { } points, LabelVi: { } label }) continue;
            if (!levels.TryAdd((option.Case, points, label), option.Path))
                faults.Add(option.Path, $"This option has the case, the points and the label of {levels[(option.Case, points, label)]}.");
        }
    }

    static bool IsChild(string option, string criterion) =>
        option.Length > criterion.Length + 1
        && option.StartsWith(criterion, StringComparison.Ordinal)
        && option[criterion.Length] == '.'
        && !option.AsSpan(criterion.Length + 1).Contains('.');
}
