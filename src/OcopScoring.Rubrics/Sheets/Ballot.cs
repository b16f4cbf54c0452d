namespace OcopScoring.Rubrics;

/// <summary>One seat with what scoring needs of its sheet: whether it votes, its points, its flags as indices of <see cref="ScoringIndex.Flags"/>.</summary>
readonly record struct Ballot(bool Voting, bool Chair, SheetStatus Status, Choices? Choices, int[] Flags)
{
    public static Ballot[] Of(Rubric rubric, IReadOnlyList<SeatEntry> seats, IReadOnlyList<Sheet> sheets)
    {
        var bySeat = sheets.ToDictionary(sheet => sheet.Seat, StringComparer.Ordinal);
        var ballots = new Ballot[seats.Count];
        for (var i = 0; i < ballots.Length; i++)
        {
            var sheet = bySeat.GetValueOrDefault(seats[i].Seat);
            ballots[i] = new Ballot(
                seats[i].Voting, seats[i].Role == SeatRole.Chair, sheet?.Status ?? SheetStatus.Absent, sheet?.Choices, FlagsOf(rubric.Index, sheet));
        }

        return ballots;
    }

    static int[] FlagsOf(ScoringIndex index, Sheet? sheet)
    {
        if (sheet is null || sheet.Flags.Count == 0) return [];
        return [.. sheet.Flags.Select(flag => Array.BinarySearch(index.Flags, flag, StringComparer.Ordinal))];
    }
}
