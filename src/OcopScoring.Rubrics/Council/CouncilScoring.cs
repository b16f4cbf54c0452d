namespace OcopScoring.Rubrics;

/// <summary>
/// Turns the sheets of one council round into its result. Pure, and exact: sums are whole numbers, comparisons multiply instead of dividing,
/// and what is reported as a quotient is a <see cref="Fraction"/>.
/// </summary>
public static class CouncilScoring
{
    // Rubrics have some thirty leaves and ten flags; a larger one takes its room from the heap.
    const int OnStack = 128;

    /// <param name="rubric">The rubric with which the sheets were read.</param>
    /// <param name="sheets">The council's seats and sheets.</param>
    /// <param name="rules">The council's rules.</param>
    /// <param name="bands">Means and their stars; the official bands when left out.</param>
    /// <exception cref="ArgumentException">The sheets were read with another rubric, or with another reading of it.</exception>
    public static CouncilResult Score(Rubric rubric, ScoreSheets sheets, CouncilRules rules, StarBands? bands = null)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(rules);
        if (sheets.Rubric != rubric) throw new ArgumentException($"The sheets were not read with this rubric {rubric.SetCode}.", nameof(sheets));

        var index = rubric.Index;
        var leafCount = rubric.Leaves.Count;
        Span<long> sums = leafCount <= OnStack ? stackalloc long[leafCount] : new long[leafCount];
        Span<int> raised = index.Flags.Length <= OnStack ? stackalloc int[index.Flags.Length] : new int[index.Flags.Length];
        sums.Clear();
        raised.Clear();
        var tally = Tally.Count(sheets.Ballots, index, sums, raised);
        var noQuorum = !HasQuorum(tally, rules);
        if (tally.Counted == 0) return Uncounted(rubric, tally);

        var flags = Effective(index, raised, tally.Counted, rules.KnockoutBasis);
        var (unmet, cap) = Marks.Judge(index, sheets.Ballots, sums, tally.Counted, rules.MarksBasis);
        var status = noQuorum ? CouncilStatus.NoQuorum
            : flags.Length > 0 ? CouncilStatus.Disqualified
            : tally.Spread > rules.MaxSpread && rules.OnSpread == OnSpread.Rescore ? CouncilStatus.Rescore
            : CouncilStatus.Classified;
        var classified = status == CouncilStatus.Classified;
        return new CouncilResult
        {
            Rubric = rubric.SetCode,
            Status = status,
            Voting = tally.Voting,
            Counted = tally.Counted,
            Attendance = Fraction.Mean(tally.Present, tally.Voting),
            Mean = Fraction.Mean(tally.Total, tally.Counted),
            Parts = Parts(index, sums, tally.Counted),
            Spread = tally.Spread,
            StarsByPoints = classified ? (bands ?? StarBands.Official).StarsOf(tally.Total, tally.Counted) : null,
            StarCap = classified ? cap : null,
            UnmetMarks = unmet,
            Flags = flags,
        };
    }

    static bool HasQuorum(Tally tally, CouncilRules rules) =>
        tally.Counted > 0
        && (tally.ChairPresent || !rules.ChairRequired)
        && Fraction.Mean(tally.Present, tally.Voting) >= rules.MinAttendance;

    static CouncilResult Uncounted(Rubric rubric, Tally tally) => new()
    {
        Rubric = rubric.SetCode,
        Status = CouncilStatus.NoQuorum,
        Voting = tally.Voting,
        Counted = 0,
        Attendance = Fraction.Mean(tally.Present, tally.Voting),
        Mean = null,
        Parts = null,
        Spread = null,
        StarsByPoints = null,
        StarCap = null,
        UnmetMarks = null,
        Flags = [],
    };

    static string[] Effective(ScoringIndex index, ReadOnlySpan<int> raised, int counted, KnockoutBasis basis)
    {
        var effective = 0;
        foreach (var count in raised)
            if (IsEffective(count, counted, basis)) effective++;
        if (effective == 0) return [];
        var flags = new string[effective];
        for (int flag = 0, next = 0; next < effective; flag++)
            if (IsEffective(raised[flag], counted, basis)) flags[next++] = index.Flags[flag];
        return flags;
    }

    static bool IsEffective(int raised, int counted, KnockoutBasis basis) =>
        basis == KnockoutBasis.Any ? raised > 0 : 2L * raised > counted;

    static PartMeans Parts(ScoringIndex index, ReadOnlySpan<long> sums, int counted)
    {
        Span<long> parts = [0, 0, 0];
        for (int leaf = 0, part = 0; leaf < sums.Length; leaf++)
        {
            while (leaf >= index.PartEnds[part]) part++;
            parts[part] += sums[leaf];
        }

        return new PartMeans(Fraction.Mean(parts[0], counted), Fraction.Mean(parts[1], counted), Fraction.Mean(parts[2], counted));
    }
}
