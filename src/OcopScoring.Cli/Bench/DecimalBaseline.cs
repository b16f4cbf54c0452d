using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Bench;

/// <summary>The council result as it is usually written: decimal means with LINQ over ids. Rounded, and so wrong at the edge of a band.</summary>
sealed class DecimalBaseline(ScoreSheets council)
{
    sealed record PlainSheet(IReadOnlyDictionary<string, string?> Choices, IReadOnlyList<string> Flags);

    internal sealed record PlainMark(string Criterion, int Star, int MinPoints, decimal Value);

    internal sealed record PlainResult(
        string Status, int Voting, int Counted, decimal Attendance, decimal Mean, Dictionary<string, decimal> Parts, decimal Spread,
        int? StarsByPoints, int? StarCap, List<PlainMark> UnmetMarks, List<string> Flags);

    readonly Rubric rubric = council.Rubric;
    readonly List<PlainSheet> sheets =
        [.. council.Sheets.Where(sheet => sheet.Choices is not null).Select(sheet => new PlainSheet(sheet.Choices!.ToDictionary(), sheet.Flags))];

    public PlainResult Score(CouncilRules rules)
    {
        var voting = council.Seats.Count(seat => seat.Voting);
        var attendance = council.Sheets.Count(sheet => sheet.Status != SheetStatus.Absent) / (decimal)voting;
        var totals = sheets.Select(sheet => rubric.Leaves.Sum(leaf => Points(leaf, sheet))).ToList();
        var mean = totals.Average();
        var means = rubric.Leaves.ToDictionary(leaf => leaf.Id, leaf => sheets.Average(sheet => Points(leaf, sheet)));
        var parts = rubric.Parts.ToDictionary(part => part.Id, part => part.Criteria.Where(c => !c.IsGroup).Sum(c => means[c.Id]));
        var spread = totals.Max() - totals.Min();
        var flags = sheets
            .SelectMany(sheet => sheet.Flags)
            .GroupBy(flag => flag)
            .Where(group => group.Count() * 2 > sheets.Count)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        var unmet = rubric.Marks
            .Where(mark => means[mark.Criterion] < mark.MinPoints)
            .OrderBy(mark => mark.Star)
            .Select(mark => new PlainMark(mark.Criterion, mark.Star, mark.MinPoints, means[mark.Criterion]))
            .ToList();
        var status = attendance < 0.75m ? "no-quorum" : flags.Count > 0 ? "disqualified" : spread > rules.MaxSpread ? "rescore" : "classified";
        var classified = status == "classified";
        int? byPoints = classified ? mean >= 90 ? 5 : mean >= 70 ? 4 : mean >= 50 ? 3 : mean >= 30 ? 2 : 1 : null;
        int? cap = classified ? unmet.Count == 0 ? 5 : unmet.Min(mark => mark.Star) - 1 : null;
        return new PlainResult(status, voting, sheets.Count, attendance, mean, parts, spread, byPoints, cap, unmet, flags);
    }

    /// <summary>Both sides must have computed the same thing, or the comparison is worth nothing.</summary>
    public void MustAgree(CouncilResult exact)
    {
        var plain = Score(CouncilRules.Default);
        var same = exact.StarsByPoints == plain.StarsByPoints
            && exact.StarCap == plain.StarCap
            && exact.Spread == plain.Spread
            && exact.Flags.SequenceEqual(plain.Flags)
            && exact.UnmetMarks!.Select(mark => (mark.Criterion, mark.Star)).SequenceEqual(plain.UnmetMarks.Select(mark => (mark.Criterion, mark.Star)));
        if (!same) throw new InvalidOperationException("The baseline and the exact result disagree.");
    }

    static decimal Points(Criterion leaf, PlainSheet sheet) => sheet.Choices[leaf.Id] is { } option ? leaf.FindOption(option)!.Points : 0m;
}
