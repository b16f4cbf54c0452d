namespace OcopScoring.Workflows;

/// <summary>What can be wrong with a definition that was read without faults (elsa-format.md, part 2, difference 3).</summary>
public enum SoundnessKind
{
    /// <summary>An outcome leads nowhere and is not listed in <c>endsHere</c>.</summary>
    OpenOutcome,

    /// <summary>An activity can never be reached.</summary>
    Unreachable,

    /// <summary>A backward connection whose target is not passed on every way to its source.</summary>
    IllegalReturn,

    /// <summary>A loop with nothing in it that waits.</summary>
    LoopWithoutWait,

    /// <summary>A merge that waits for ever, or a WaitAll join that is passed over although a branch arrived.</summary>
    DeadJoin,

    /// <summary>A state from which the flow cannot end.</summary>
    CannotEnd,

    /// <summary>The search hit its bound, so nothing is proved.</summary>
    Bound,
}

/// <param name="Kind">What is wrong.</param>
/// <param name="Path">JSON path of the activity or connection.</param>
/// <param name="Message">One sentence that names the id, with the shortest way there that the search found.</param>
/// <param name="Trace">That way, step by step: activities with the outcome that was taken; empty where no way is needed.</param>
public sealed record SoundnessFault(SoundnessKind Kind, string Path, string Message, IReadOnlyList<string> Trace);

/// <summary>How far the search may go.</summary>
/// <param name="MaxStates">States that are visited at most.</param>
/// <param name="MaxTime">Time that the search takes at most.</param>
public sealed record SoundnessBounds(int MaxStates, TimeSpan MaxTime)
{
    /// <summary>150,000 states and 8 seconds, which leaves the command line within its 10.</summary>
    public static SoundnessBounds Default { get; } = new(150_000, TimeSpan.FromSeconds(8));
}

/// <param name="States">States that the search visited; 0 when it was not made because of a fault in the structure.</param>
/// <param name="Faults">Empty for a sound definition.</param>
public sealed record SoundnessReport(int States, IReadOnlyList<SoundnessFault> Faults)
{
    public bool IsSound => Faults.Count == 0;

    /// <summary>True when nothing is wrong but outcomes that lead nowhere.</summary>
    public bool HasOnlyOpenOutcomes => Faults.All(fault => fault.Kind == SoundnessKind.OpenOutcome);
}
