namespace OcopScoring.Rubrics;

/// <summary>Checks that the rows of <c>min_star_marks</c> and the <c>min_star</c> of options say the same.</summary>
static class MarkChecks
{
    public static void Run(RubricDraft rubric, FaultList faults)
    {
        var rows = new Dictionary<OptionDraft, string>(ReferenceEqualityComparer.Instance);
        foreach (var row in rubric.Marks)
        {
            if (FindOption(rubric, row, out var refusal) is not { } option)
            {
                if (refusal is not null) faults.Add(row.Path, refusal);
            }
            else if (!rows.TryAdd(option, row.Path))
            {
                faults.Add(row.Path, $"The option {JsonPath.Quoted(row.Option)} already has the row {rows[option]}.");
            }
        }

        if (!rubric.MarksComplete) return;
        foreach (var option in rubric.Criteria.SelectMany(criterion => criterion.Options ?? []))
            if (option is { Id: { } id, Points: not null, MinStar: { } star } && !rows.ContainsKey(option))
                faults.Add(JsonPath.Property(option.Path, "min_star"), $"The option {JsonPath.Quoted(id)} is marked for {star} stars, but no row of min_star_marks says so.");
    }

    static OptionDraft? FindOption(RubricDraft rubric, MarkDraft row, out string? refusal)
    {
        refusal = null;
        var criterion = rubric.Criteria.FirstOrDefault(criterion => criterion.Id == row.Criterion);
        if (criterion is null)
        {
            if (rubric.Parts is not null && rubric.Parts.All(part => part.Criteria is not null && part.Criteria.All(other => other.Id is not null)))
                refusal = $"There is no criterion {JsonPath.Quoted(row.Criterion)}.";
            return null;
        }

        var option = criterion.Options?.FirstOrDefault(option => option.Id == row.Option);
        if (option is null)
        {
            if (criterion.Options is not null && criterion.Options.All(other => other.Id is not null))
                refusal = $"The criterion {JsonPath.Quoted(row.Criterion)} has no option {JsonPath.Quoted(row.Option)}.";
            return null;
        }

        if (!option.MinStarRead) return null;
        refusal = (option.MinStar, option.Points) switch
        {
            (null, _) => $"The option {JsonPath.Quoted(row.Option)} has no min_star.",
            ({ } star, _) when star != row.Star => $"The option {JsonPath.Quoted(row.Option)} is marked for {star} stars, not {row.Star}.",
            (_, { } points) when points != row.MinPoints => $"The option {JsonPath.Quoted(row.Option)} has {points} points, not {row.MinPoints}.",
            _ => null,
        };
        return refusal is null ? option : null;
    }
}
