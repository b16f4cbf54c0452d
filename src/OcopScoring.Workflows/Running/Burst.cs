using System.Text.Json.Nodes;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Expressions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// One burst: from a stimulus until nothing is left that can go on by itself. Activities run in the order in which they were
/// scheduled. It works on a copy of the state, which nobody else sees before the burst is over.
/// </summary>
sealed class Burst(WorkflowState state, EngineContext context) : IScriptSource
{
    /// <summary>More than this many activities in one burst are taken for a loop that never waits.</summary>
    public const int LongestBurst = 100_000;

    readonly Queue<Work> queue = new();
    Frame? current;
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

    /// <summary>The time after a duration in milliseconds.</summary>
    /// <exception cref="ScriptFailure">The duration is not given, or leads out of the calendar.</exception>
    public DateTimeOffset After(in Value duration)
    {
        if (duration.Kind != ValueKind.Number) throw new ScriptFailure("the time span is empty");
        try
        {
            return Context.Now.AddMilliseconds(duration.Number);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ScriptFailure("the time span is too long");
        }
    }

    /// <summary>The converted value of an input; null when it is not given.</summary>
    /// <exception cref="ScriptFailure">It cannot be evaluated.</exception>
    public Value Input(Frame frame, int input)
    {
        if (Choices is not null) return Value.Null;
        current = frame;
        return frame.Node.Inputs[input] is { } expression ? expression.Evaluate(this) : Value.Null;
    }

    /// <summary>Whether the condition of a decision, an If or a While holds.</summary>
    public bool Holds(Frame frame, int input) =>
        Choices is { } choices ? choices.Pick(frame.Node, 2, static at => at == 0 ? "True" : "False") == 0 : Input(frame, input).Boolean;

    /// <summary>The items of a loop.</summary>
    public Value[] Items(Frame frame, int input)
    {
        if (Choices is { } choices) return new Value[choices.Pick(frame.Node, 3, static at => at == 1 ? "1 item" : $"{at} items")];
        Value items = Input(frame, input);
        return items.IsNullish ? [] : items.Items;
    }

    /// <summary>The cases of a switch that count: the first that holds, or all of them. Elsa evaluates every condition in both modes, so one that fails faults the switch.</summary>
    public List<SwitchCase> Matching(Frame frame, bool all)
    {
        IReadOnlyList<SwitchCase> cases = frame.Node.Cases;
        if (Choices is { } choices) return choices.Match(frame.Node, all);
        var matching = new List<SwitchCase>();
        foreach (SwitchCase each in cases)
            if (Holds(frame, each.Condition) && (all || matching.Count == 0)) matching.Add(each);
        return matching;
    }

    bool Holds(Frame frame, InputExpression? condition)
    {
        current = frame;
        return condition is not null && condition.Evaluate(this).Boolean;
    }

    /// <summary>All inputs that are given, evaluated, by name.</summary>
    public Record AllInputs(Frame frame)
    {
        if (frame.Node.ConstantInputs is { } constant) return constant;
        var members = new List<KeyValuePair<string, Value>>();
        IReadOnlyList<InputSpecification> inputs = frame.Node.Behaviour.Inputs;
        for (int i = 0; i < inputs.Count; i++)
            if (frame.Node.Inputs[i] is not null) members.Add(KeyValuePair.Create(inputs[i].Name, Input(frame, i)));
        return new Record([.. members]);
    }

    /// <exception cref="ScriptFailure">The value does not fit the type of the variable.</exception>
    public void SetOutput(Frame frame, int output, in Value value)
    {
        if (Choices is not null) return;
        ActivityNode node = frame.Node;
        Value stored = value.Stored();
        if (node.Outputs[output] is { } target)
        {
            if (target.Variable is { } variable) Assign(frame, variable, stored);
            if (target.WorkflowOutput is { } name) SetWorkflowOutput(name, stored);
        }

        if (node.OutputsAreRead)
        {
            if (!State.ActivityOutputs.TryGetValue(node.Index, out Value[]? outputs))
            {
                State.ActivityOutputs[node.Index] = outputs = new Value[node.Outputs.Length];
                Array.Fill(outputs, Value.Null);
            }

            outputs[output] = stored;
        }

        if (State.Definition.LastResultIsRead && node.Behaviour.Outputs[output] == "result") State.LastResult = stored;
    }

    public void SetWorkflowOutput(string name, in Value value)
    {
        Value stored = value.Stored();
        if (stored.IsDeeperThan(Limits.StoredDepth)) throw new ScriptFailure(Limits.StoredTooDeep);
        foreach (Definitions.ArgumentDeclaration declared in State.Definition.Outputs)
            if (string.Equals(declared.Name, name, StringComparison.Ordinal)) stored = declared.Type.Convert(stored);
        int at = State.OutputValues.FindIndex(output => string.Equals(output.Key, name, StringComparison.Ordinal));
        if (at < 0) State.OutputValues.Add(KeyValuePair.Create(name, stored));
        else State.OutputValues[at] = KeyValuePair.Create(name, stored);
    }

    /// <exception cref="ScriptFailure">The value does not fit the declared type.</exception>
    public void Assign(Frame frame, VariableReference variable, in Value value)
    {
        if (value.IsDeeperThan(Limits.StoredDepth)) throw new ScriptFailure(Limits.StoredTooDeep);
        if (variable.Owner < 0)
        {
            State.VariableValues[variable.Slot] = State.Definition.Variables[variable.Slot].Type.Convert(value);
            return;
        }

        for (Frame? around = frame; around is not null; around = around.Parent)
        {
            if (variable.PerItem && around.Parent?.Node.Index == variable.Owner && around.PerItem is { } perItem) perItem[variable.Slot] = value.Stored();
            else if (!variable.PerItem && around.Node.Index == variable.Owner) around.Variables![variable.Slot] = around.Node.Variables[variable.Slot].Type.Convert(value);
            else continue;
            return;
        }
    }

    Value IScriptSource.Variable(VariableReference reference)
    {
        if (reference.Owner < 0) return State.VariableValues[reference.Slot];
        for (Frame? around = current; around is not null; around = around.Parent)
        {
            if (reference.PerItem)
            {
                if (around.Parent?.Node.Index == reference.Owner && around.PerItem is { } perItem) return perItem[reference.Slot];
            }
            else if (around.Node.Index == reference.Owner)
            {
                return around.Variables![reference.Slot];
            }
        }

        return Value.Null;
    }

    Value IScriptSource.Input(string name) => State.InputValues[State.Definition.InputIndex(name)];

    Value IScriptSource.OutputOf(int activity, int output) =>
        State.ActivityOutputs.TryGetValue(activity, out Value[]? outputs) ? outputs[output] : Value.Null;

    Value IScriptSource.LastResult => State.LastResult;

    string? IScriptSource.CorrelationId => State.CorrelationId;

    string IScriptSource.InstanceId => Context.InstanceId;

    public static JsonObject Members(in Value value) => value.Kind == ValueKind.Record ? JsonValues.ToObject(value.Record) : [];
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
