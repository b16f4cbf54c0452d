namespace OcopScoring.Rubrics;

/// <summary>Compares the counted sheets with the star marks of the rubric.</summary>
static class Marks
{
    /// <summary>The unmet marks in order, and the highest s from 2 to 5 such that every mark for s stars or fewer is met.</summary>
    public static (UnmetMark[] Unmet, int Cap) Judge(
        ScoringIndex index, Ballot[] ballots, ReadOnlySpan<long> sums, int counted, MarksBasis basis)
    {
        var count = 0;
        var lowest = 6;
        foreach (var mark in index.Marks)
        {
            if (IsMet(mark, ballots, sums, counted, basis)) continue;
            count++;
            lowest = Math.Min(lowest, mark.Star);
        }

        if (count == 0) return ([], 5);
        var unmet = new UnmetMark[count];
        var next = 0;
        foreach (var mark in index.Marks)
            if (!IsMet(mark, ballots, sums, counted, basis))
                unmet[next++] = new UnmetMark(mark.Criterion, mark.Star, mark.MinPoints, Fraction.Mean(sums[mark.Leaf], counted));
        return (unmet, lowest - 1);
    }

    static bool IsMet(IndexedMark mark, Ballot[] ballots, ReadOnlySpan<long> sums, int counted, MarksBasis basis) => basis switch
    {
        MarksBasis.CriterionMean => sums[mark.Leaf] >= (long)mark.MinPoints * counted,
        MarksBasis.EverySheet => Reached(mark, ballots) == counted,
        _ => 2L * Reached(mark, ballots) > counted,
    };

    static int Reached(IndexedMark mark, Ballot[] ballots)
    {
        var reached = 0;
        foreach (ref readonly var ballot in ballots.AsSpan())
            if (ballot is { Voting: true, Choices: { } choices } && choices.AllPoints[mark.Leaf] >= mark.MinPoints) reached++;
        return reached;
    }
}
