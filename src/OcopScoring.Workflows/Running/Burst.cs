using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// One burst: from a stimulus until nothing is left that can go on by itself. Activities run in the order in which they were
/// scheduled. It works on a copy of the state, which nobody else sees before the burst is over.
/// </summary>
sealed partial class Burst(WorkflowState state, EngineContext context)
{
    /// <summary>More than this many activities in one burst are taken for a loop that never waits.</summary>
    public const int LongestBurst = 100_000;

    readonly Queue<Work> queue = new();
    int begun;

    public List<Effect> Effects { get; } = [];
    public EngineContext Context { get; } = context;
    public WorkflowState State { get; } = state;

    /// <summary>Set when nothing is evaluated and every choice is free (the soundness check); null in a real run.</summary>
    public IFreeChoices? Choices { get; init; }

    /// <summary>What is scheduled and did not begin yet, in order.</summary>
    public IReadOnlyCollection<Work> Scheduled => queue;

    public void Begin()
    {
        queue.Enqueue(new Work(null, State.Definition.Root, null));
        Drain();
    }

    /// <summary>Takes over work that was scheduled in an earlier burst which was left half done.</summary>
    public void Continue(IEnumerable<Work> scheduled)
    {
        foreach (Work work in scheduled) queue.Enqueue(work);
    }

    public void Schedule(Frame owner, ActivityNode node, Value[]? perItem = null)
    {
        owner.Queued++;
        queue.Enqueue(new Work(owner, node, perItem));
    }

    public bool IsScheduled(Frame owner, ActivityNode node)
    {
        foreach (Work work in queue)
            if (work.Owner == owner && work.Node == node) return true;
        return false;
    }

    public void Drain()
    {
        while (queue.TryDequeue(out Work work)) Run(work);
    }

    /// <summary>Begins one piece of scheduled work that was taken from the queue.</summary>
    public void Run(Work work)
    {
        if (work.Owner is { } owner)
        {
            owner.Queued--;
            if (owner.IsClosed) return;
        }

        var frame = new Frame(work.Node, work.Owner) { PerItem = work.PerItem };
        if (work.Owner is null) State.Root = frame;
        else work.Owner.Children.Add(frame);
        if (++begun > LongestBurst) RaiseIncident(frame, "The flow ran 100,000 activities without waiting; it seems to go round for ever.");
        else Execute(frame);
    }

    /// <summary>Begins the activity of a frame, from the start.</summary>
    public void Execute(Frame frame)
    {
        ActivityNode node = frame.Node;
        if (Choices is { } choices)
        {
            node.Behaviour.ExecuteFreely(this, frame, choices);
            return;
        }

        if (node.Variables.Count > 0) frame.Variables = [.. node.Variables.Select(variable => variable.Initial)];
        try
        {
            node.Behaviour.Execute(this, frame);
        }
        catch (ScriptFailure failure)
        {
            RaiseIncident(frame, failure.Message);
        }
    }

    public void Complete(Frame frame) => Complete(frame, Outcomes.Default);

    /// <exception cref="ScriptFailure">The outcome follows an illegal backward connection.</exception>
    public void Complete(Frame frame, Outcomes outcomes)
    {
        if (frame.IsClosed) return;
        if (frame.Node.Place >= 0) Flowchart.RefuseIllegalReturn(frame.Node, outcomes);
        CloseInside(frame);
        frame.IsClosed = true;
        if (frame.Parent is not { } parent)
        {
            State.Root = null;
            return;
        }

        parent.Children.Remove(frame);
        Effects.Add(new Effect.ActivityCompleted(frame.Node.Id, outcomes.Names));
        try
        {
            parent.Node.Behaviour.ChildCompleted(this, parent, frame, outcomes);
        }
        catch (ScriptFailure failure)
        {
            RaiseIncident(parent, failure.Message);
        }
    }

    /// <summary>Withdraws a frame with everything inside it. The container is not told.</summary>
    public void Close(Frame frame)
    {
        if (frame.IsClosed) return;
        CloseInside(frame);
        frame.IsClosed = true;
        frame.Parent?.Children.Remove(frame);
    }

    void CloseInside(Frame frame)
    {
        for (int i = frame.Children.Count - 1; i >= 0; i--) Close(frame.Children[i]);
        if (frame.Bookmark is not { } bookmark) return;
        frame.Bookmark = null;
        Effects.Add(new Effect.BookmarkClosed(bookmark.Id, bookmark.ActivityId, "cancelled"));
    }

    /// <summary>Ends the whole workflow at once.</summary>
    public void EndAll()
    {
        queue.Clear();
        if (State.Root is { } root) Close(root);
        State.Root = null;
    }

    /// <summary>Tells that an activity completed whose containers are to hear nothing of it.</summary>
    public void CompleteSilently(Frame frame)
    {
        frame.IsClosed = true;
        frame.Parent?.Children.Remove(frame);
        if (frame.Parent is not null) Effects.Add(new Effect.ActivityCompleted(frame.Node.Id, Outcomes.DoneOnly));
    }

    public void RaiseIncident(Frame frame, string message)
    {
        var incident = new Incident(++State.LastIncidentId, frame.Node.Id, message, Context.Now);
        CloseInside(frame);
        frame.IncidentId = incident.Id;
        State.OpenIncidents.Add(incident);
        Effects.Add(new Effect.IncidentRaised(incident));
    }

    public Bookmark Wait(Frame frame, BookmarkPlan plan)
    {
        ActivityNode node = frame.Node;
        var bookmark = new Bookmark
        {
            Id = ++State.LastBookmarkId,
            ActivityId = node.Id,
            ActivityType = node.Type,
            Name = node.Behaviour.ShortName,
            InputValues = plan.Inputs,
            Outcomes = plan.Outcomes ?? node.Resumable,
            Due = plan.Due?.ToUniversalTime(),
            DueOutcome = plan.DueOutcome,
            Reminders = plan.Reminders,
            OpenedAt = Context.Now,
        };
        frame.Bookmark = bookmark;
        Effects.Add(new Effect.BookmarkOpened(bookmark));
        return bookmark;
    }

    /// <summary>Waits until a time and then completes with <c>Done</c>; it may also be resumed by hand.</summary>
    public void WaitUntil(Frame frame, DateTimeOffset due) =>
        Wait(frame, new BookmarkPlan(AllInputs(frame)) { Due = due, DueOutcome = "Done" });
}

/// <summary>An activity that a container scheduled.</summary>
readonly record struct Work(Frame? Owner, ActivityNode Node, Value[]? PerItem);

/// <summary>What a wait needs.</summary>
sealed record BookmarkPlan(Record Inputs)
{
    /// <summary>Null for those of the activity.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    public DateTimeOffset? Due { get; init; }
    public string? DueOutcome { get; init; }
    public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = [];
}
