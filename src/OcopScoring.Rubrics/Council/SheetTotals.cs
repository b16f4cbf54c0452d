namespace OcopScoring.Rubrics;

/// <summary>What a sheet comes to while a member fills it in.</summary>
/// <param name="Total">Points of the answers so far; a leaf without an answer gives 0.</param>
/// <param name="A">Points of part A so far.</param>
/// <param name="B">Points of part B so far.</param>
/// <param name="C">Points of part C so far.</param>
/// <param name="StarsByPoints">1 to 5 by the total so far.</param>
/// <param name="StarCap">2 to 5: what the star marks allow, each compared with this sheet alone; a leaf without an answer has reached no mark.</param>
/// <param name="Open">The leaves without a readable answer, in order.</param>
/// <param name="Unmet">The marks that this sheet does not reach, by star and then in the rubric's order.</param>
/// <param name="Faults">What would be refused of the answers so far; missing answers are not among them.</param>
public sealed record SheetPreview(
    int Total, int A, int B, int C, int StarsByPoints, int StarCap, IReadOnlyList<Criterion> Open, IReadOnlyList<StarMark> Unmet, IReadOnlyList<Fault> Faults)
{
    /// <summary>The lower of <see cref="StarsByPoints"/> and <see cref="StarCap"/>.</summary>
    public int Stars => Math.Min(StarsByPoints, StarCap);
}

/// <summary>Adds up a single sheet.</summary>
public static class SheetTotals
{
    /// <param name="rubric">The rubric of the sheet.</param>
    /// <param name="partialChoices">Leaf id to option id, or to null for "no level reached"; leaves that are not answered yet are left out.</param>
    /// <param name="bands">Means and their stars; the official bands when left out.</param>
    public static SheetPreview Preview(Rubric rubric, IReadOnlyDictionary<string, string?> partialChoices, StarBands? bands = null)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(partialChoices);
        var answers = new Answers(rubric);
        var faults = new FaultList();
        foreach (var (leaf, option) in partialChoices)
            if (answers.Take(new Answer(leaf, option, null)) is { } refusal) faults.Add(JsonPath.Key("choices", leaf), refusal);
        foreach (var (leaf, refusal) in answers.Conflicts()) faults.Add(JsonPath.Key("choices", leaf.Id), refusal);

        int PartPoints(int part) => rubric.Parts[part].Criteria.Where(criterion => !criterion.IsGroup).Sum(answers.Points);
        var (a, b, c) = (PartPoints(0), PartPoints(1), PartPoints(2));
        var unmet = rubric.Marks
            .OrderBy(mark => mark.Star)
            .Where(mark => answers.Points(rubric.FindLeaf(mark.Criterion)!) < mark.MinPoints)
            .ToArray();
        return new SheetPreview(
            a + b + c, a, b, c,
            (bands ?? StarBands.Official).StarsOf(a + b + c),
            unmet.Length == 0 ? 5 : unmet[0].Star - 1,
            [.. rubric.Leaves.Where(leaf => !answers.IsTaken(leaf))],
            unmet,
            faults.ToList());
    }
}
