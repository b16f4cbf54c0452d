using System.Numerics;

namespace OcopScoring.Rubrics;

/// <summary>The counts and sums over the ballots of one round.</summary>
struct Tally
{
    int lowest;
    int highest;

    /// <summary>Voting seats.</summary>
    public int Voting { get; private set; }

    /// <summary>Voting seats whose sheet is submitted or recused.</summary>
    public int Present { get; private set; }

    /// <summary>Submitted sheets of voting seats.</summary>
    public int Counted { get; private set; }

    /// <summary>A chair's seat whose sheet is submitted or recused, with or without a vote.</summary>
    public bool ChairPresent { get; private set; }

    /// <summary>Sum of the totals of the counted sheets.</summary>
    public long Total { get; private set; }

    /// <summary>Highest total − lowest total; 0 while nothing is counted.</summary>
    public readonly int Spread => highest - lowest;

    /// <param name="ballots">All seats.</param>
    /// <param name="index">The rubric's numbers.</param>
    /// <param name="sums">Zeros; receives for each leaf the sum of its points over the counted sheets.</param>
    /// <param name="raised">Zeros; receives for each flag the number of counted sheets that raise it.</param>
    public static Tally Count(Ballot[] ballots, ScoringIndex index, Span<long> sums, Span<int> raised)
    {
        var tally = new Tally();
        foreach (ref readonly var ballot in ballots.AsSpan())
        {
            var present = ballot.Status != SheetStatus.Absent;
            tally.ChairPresent |= ballot.Chair && present;
            if (!ballot.Voting) continue;
            tally.Voting++;
            if (present) tally.Present++;
            if (ballot.Choices is { } choices) tally.Add(choices, ballot.Flags, index, sums, raised);
        }

        return tally;
    }

    void Add(Choices choices, int[] flags, ScoringIndex index, Span<long> sums, Span<int> raised)
    {
        var points = choices.AllPoints;
        AddTo(sums, points);
        var total = choices.Total;
        (lowest, highest) = Counted == 0 ? (total, total) : (Math.Min(lowest, total), Math.Max(highest, total));
        Counted++;
        Total += total;
        foreach (var flag in flags) raised[flag]++;
        if (index.StopAnyZero >= 0 && Array.IndexOf(flags, index.StopAnyZero) < 0 && HasZero(points, index.SensoryLeaves))
            raised[index.StopAnyZero]++;
    }

    // Several leaves at a time where the machine can. Sums are long, so they hold any number of sheets.
    static void AddTo(Span<long> sums, ReadOnlySpan<int> points)
    {
        var leaf = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; leaf <= points.Length - Vector<int>.Count; leaf += Vector<int>.Count)
            {
                Vector.Widen(new Vector<int>(points[leaf..]), out var low, out var high);
                var first = sums[leaf..];
                var second = first[Vector<long>.Count..];
                (new Vector<long>(first) + low).CopyTo(first);
                (new Vector<long>(second) + high).CopyTo(second);
            }
        }

        for (; leaf < points.Length; leaf++) sums[leaf] += points[leaf];
    }

    static bool HasZero(ReadOnlySpan<int> points, int[] leaves)
    {
        foreach (var leaf in leaves)
            if (points[leaf] == 0) return true;
        return false;
    }
}
