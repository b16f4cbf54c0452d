using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Soundness;

/// <summary>A state of the search: what is open, and what is scheduled but did not begin.</summary>
sealed class SearchState(WorkflowState state, List<Work> scheduled)
{
    public WorkflowState State { get; } = state;
    public List<Work> Scheduled { get; } = scheduled;

    public bool HasEnded => State.Root is null && Scheduled.Count == 0;

    public SearchState Copy()
    {
        WorkflowState copy = State.Copy();
        if (Scheduled.Count == 0) return new SearchState(copy, []);
        var twins = new Dictionary<Frame, Frame>();
        if (State.Root is not null) Pair(State.Root, copy.Root!, twins);
        return new SearchState(copy, [.. Scheduled.Select(work => work with { Owner = work.Owner is null ? null : twins[work.Owner] })]);
    }

    static void Pair(Frame frame, Frame twin, Dictionary<Frame, Frame> twins)
    {
        twins[frame] = twin;
        twin.Queued = frame.Queued;
        for (int i = 0; i < frame.Children.Count; i++) Pair(frame.Children[i], twin.Children[i], twins);
    }
}
