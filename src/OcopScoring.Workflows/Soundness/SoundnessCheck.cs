using OcopScoring.Workflows.Soundness;

namespace OcopScoring.Workflows;

/// <summary>
/// Proves before a definition is published that each of its runs can end: by its structure, then by a search over all reachable
/// states in which expressions are free choices. What independent branches do one after the other is looked at in one order only.
/// </summary>
public static class SoundnessCheck
{
    public static SoundnessReport Check(WorkflowDefinition definition, CancellationToken cancellation = default) =>
        Check(definition, SoundnessBounds.Default, cancellation);

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static SoundnessReport Check(WorkflowDefinition definition, SoundnessBounds bounds, CancellationToken cancellation)
    {
        List<SoundnessFault> faults = StructureCheck.Faults(definition);

        // With a return that cannot be taken, or a loop that never waits, every state behind it is in doubt: the search would only repeat the fault.
        if (!faults.TrueForAll(fault => fault.Kind == SoundnessKind.OpenOutcome)) return new SoundnessReport(0, faults);
        var search = new FlowSearch(definition, bounds, cancellation);
        faults.AddRange(search.Run());
        return new SoundnessReport(search.States, faults);
    }
}
