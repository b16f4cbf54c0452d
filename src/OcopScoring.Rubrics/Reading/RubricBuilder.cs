namespace OcopScoring.Rubrics;

/// <summary>Makes the rubric of a draft without faults.</summary>
static class RubricBuilder
{
    public static Rubric Build(RubricDraft draft)
    {
        var leaves = 0;
        var parts = draft.Parts!.Select(part => BuildPart(part, ref leaves)).ToArray();
        var marks = parts.SelectMany(part => part.Criteria).SelectMany(criterion => criterion.Options
            .Where(option => option.MinStar is not null)
            .Select(option => new StarMark(criterion.Id, option.Id, option.Points, option.MinStar!.Value)));
        var facts = new RubricFacts(
            draft.SetCode!, draft.SetNo!.Value, draft.Regime!, draft.LabelVi!, draft.LabelEn, draft.GroupVi, draft.TotalMax!.Value,
            draft.SamplesRequired ?? 0, draft.EffectiveFrom!.Value, draft.EffectiveTo, draft.ManagingAgencies, draft.Disqualifiers);
        return new Rubric(facts, parts, [.. marks]);
    }

    static RubricPart BuildPart(PartDraft draft, ref int leaves)
    {
        var part = new RubricPart(draft.Id!, draft.LabelVi!, draft.LabelEn!, draft.Max!.Value);
        var criteria = new List<Criterion>();
        foreach (var criterion in draft.Criteria!)
            criteria.Add(BuildCriterion(criterion, part, criterion.IsLeaf ? leaves++ : -1));
        foreach (var criterion in criteria)
            if (criterion.Rules.Contains(RuleIds.DependsOnStory))
                criterion.StoryLeaf = criteria.Single(other => other.Id == RuleChecks.StoryLeafId(criterion.ParentId));
        part.Criteria = criteria;
        return part;
    }

    static Criterion BuildCriterion(CriterionDraft draft, RubricPart part, int leafIndex) => new(
        draft.Id!, draft.ParentId, part, draft.LabelVi!, draft.LabelEn!, draft.Max!.Value, draft.Type!.Value,
        [.. draft.Options!.Select(option => new RubricOption(option.Id!, option.Points!.Value, option.LabelVi!, option.MinStar, option.Case))],
        [.. draft.Rules.Select(rule => rule!)], leafIndex);
}
