namespace OcopScoring.Rubrics;

/// <summary>Compares the counted sheets with the star marks of the rubric.</summary>
static class Marks
{
    const int OnStack = 128;

    /// <summary>The unmet marks in order, and the highest s from 2 to 5 such that every mark for s stars or fewer is met.</summary>
    public static (UnmetMark[] Unmet, int Cap) Judge(
        ScoringIndex index, Ballot[] ballots, ReadOnlySpan<long> sums, int counted, MarksBasis basis)
    {
        var marks = index.Marks;
        Span<int> places = marks.Length <= OnStack ? stackalloc int[marks.Length] : new int[marks.Length];
        var count = 0;
        for (var i = 0; i < marks.Length; i++)
            if (!IsMet(in marks[i], ballots, sums, counted, basis)) places[count++] = i;
        if (count == 0) return ([], 5);

        var unmet = new UnmetMark[count];
        for (var i = 0; i < count; i++)
        {
            ref readonly var mark = ref marks[places[i]];
            unmet[i] = new UnmetMark(mark.Criterion, mark.Star, mark.MinPoints, Fraction.Mean(sums[mark.Leaf], counted));
        }

        // Marks are in the order of their stars, so the first unmet one is the one that binds.
        return (unmet, unmet[0].Star - 1);
    }

    static bool IsMet(in IndexedMark mark, Ballot[] ballots, ReadOnlySpan<long> sums, int counted, MarksBasis basis) => basis switch
    {
        MarksBasis.CriterionMean => sums[mark.Leaf] >= (long)mark.MinPoints * counted,
        MarksBasis.EverySheet => Reached(in mark, ballots) == counted,
        _ => 2L * Reached(in mark, ballots) > counted,
    };

    static int Reached(in IndexedMark mark, Ballot[] ballots)
    {
        var reached = 0;
        foreach (ref readonly var ballot in ballots.AsSpan())
            if (ballot is { Voting: true, Choices: { } choices } && choices.AllPoints[mark.Leaf] >= mark.MinPoints) reached++;
        return reached;
    }
}
