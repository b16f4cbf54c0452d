namespace OcopScoring.Rubrics;

/// <summary>Checks that the rules which scoring carries out have what they speak of.</summary>
static class RuleChecks
{
    public static void Run(RubricDraft rubric, FaultList faults)
    {
        foreach (var part in rubric.Parts ?? [])
            foreach (var criterion in part.Criteria ?? [])
                for (var i = 0; i < criterion.Rules.Count; i++)
                    if (criterion.Type is not null && Refusal(criterion, criterion.Rules[i], part) is { } message)
                        faults.Add(JsonPath.Element(JsonPath.Property(criterion.Path, "rules"), i), message);
    }

    /// <summary>The leaf numbered <c>.1</c> in the group of a leaf, which says whether there is a story.</summary>
    public static string? StoryLeafId(string? parentId) => parentId is null ? null : parentId + ".1";

    static string? Refusal(CriterionDraft criterion, string? rule, PartDraft part)
    {
        if (rule is not (RuleIds.DependsOnStory or RuleIds.StopAnyZeroInSensory)) return null;
        if (!criterion.IsLeaf) return $"Only a leaf can carry the rule {rule}.";
        if (criterion.ParentId is null) return $"The leaf carries the rule {rule} but belongs to no group.";
        if (rule != RuleIds.DependsOnStory) return null;
        var story = StoryLeafId(criterion.ParentId);
        return part.Criteria!.Any(other => other.Id == story && other.ParentId == criterion.ParentId && other.Type != CriterionType.Group)
            ? null
            : $"The leaf depends on the story, but its group has no leaf {JsonPath.Quoted(story!)} that says whether there is one.";
    }
}
