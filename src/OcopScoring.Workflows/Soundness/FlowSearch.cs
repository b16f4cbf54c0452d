using System.Diagnostics;
using System.Globalization;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Soundness;

/// <summary>
/// Breadth-first search over the states of a definition, made by the engine itself with free choices. A step is one activity that
/// begins, or one bookmark that is resumed. Where a branch is independent only its steps are taken; a region from which the flow
/// does not end is looked at again in full, so that no branch is put off for ever.
/// </summary>
sealed class FlowSearch(WorkflowDefinition definition, SoundnessBounds bounds, CancellationToken cancellation, bool reduces = true)
{
    const int MostCopies = 4;

    static readonly EngineContext NoContext = new(DateTimeOffset.UnixEpoch, WorkingCalendar.Plain, "");

    /// <summary>A bookmark that is resumed with one of its outcomes, or scheduled work that begins (then the bookmark is 0).</summary>
    readonly record struct Move(int Bookmark, int At);

    sealed class Vertex(int parent, Move move, int[] picks, string? label)
    {
        public int Parent { get; } = parent;
        public Move Move { get; } = move;
        public int[] Picks { get; } = picks;
        public string? Label { get; } = label;
        public List<int> Next { get; } = [];
        public bool IsReduced { get; set; }
        public bool IsDone { get; set; }
        public bool HasEnded { get; set; }
    }

    readonly List<Vertex> vertices = [];
    readonly Dictionary<StateKey, int> known = [];
    readonly Queue<(int Vertex, SearchState State)> frontier = new();
    readonly Independence independence = new(definition);
    readonly FreeChoices choices = new();
    readonly Dictionary<ActivityNode, int> deadJoins = [];
    readonly bool[] begun = new bool[definition.Activities.Count];
    readonly Stopwatch watch = Stopwatch.StartNew();
    SoundnessFault? bound;

    public int States => vertices.Count;

    public List<SoundnessFault> Run()
    {
        Enter(First(), new Vertex(-1, default, [], null));
        List<int> stuck;
        do
        {
            while (bound is null && frontier.TryDequeue(out (int Vertex, SearchState State) next)) Expand(next.Vertex, next.State, fully: false);
            stuck = Stuck();
        }
        while (bound is null && LookAgain(stuck));
        return Faults(stuck);
    }

    SearchState First() => new(new WorkflowState(definition), [new Work(null, definition.Root, null)]);

    int Enter(SearchState state, Vertex vertex)
    {
        StateKey key = StateKey.Of(state);
        if (known.TryGetValue(key, out int index)) return index;
        index = vertices.Count;
        known[key] = index;
        vertices.Add(vertex);
        vertex.HasEnded = state.HasEnded;
        if (!vertex.HasEnded) frontier.Enqueue((index, state));
        return index;
    }

    void Expand(int index, SearchState state, bool fully)
    {
        cancellation.ThrowIfCancellationRequested();
        if (vertices.Count >= bounds.MaxStates) bound = Bound(string.Create(CultureInfo.InvariantCulture, $"The search stopped after {vertices.Count} states without an answer."));
        else if (watch.Elapsed > bounds.MaxTime) bound = Bound(string.Create(CultureInfo.InvariantCulture, $"The search stopped after {bounds.MaxTime.TotalSeconds:0.#} seconds and {vertices.Count} states without an answer."));
        if (bound is not null) return;
        Vertex from = vertices[index];
        from.IsDone = true;
        Independence.Branch? branch = fully || !reduces ? null : independence.Find(state);
        from.IsReduced = branch is not null;
        foreach (Move move in Moves(state, branch))
        {
            choices.Repeat([]);
            do
            {
                SearchState after = Make(state, move, out string? label);
                foreach (ActivityNode node in choices.Begun) begun[node.Index] = true;
                int next = Enter(after, new Vertex(index, move, choices.Taken, label));
                from.Next.Add(next);
                foreach (ActivityNode join in choices.DeadJoins) deadJoins.TryAdd(join, next);
                if (after.State.Root is { } root && Crowded(root) is { } crowd) bound ??= Crowd(crowd, next);
            }
            while (bound is null && choices.Advance());
        }
    }

    static IEnumerable<Move> Moves(SearchState state, Independence.Branch? branch)
    {
        if (branch is { Frame: null } scheduled) return [new Move(0, scheduled.Scheduled)];
        Frame? within = branch?.Frame ?? state.State.Root;
        for (int i = 0; i < state.Scheduled.Count; i++)
            if (branch is null || IsInside(state.Scheduled[i].Owner, within!)) return [new Move(0, i)];
        return within is null ? [] : within.All().Where(frame => frame.Bookmark is not null)
            .SelectMany(frame => frame.Bookmark!.Outcomes.Select((_, outcome) => new Move(frame.Bookmark.Id, outcome)));
    }

    static bool IsInside(Frame? frame, Frame container)
    {
        for (; frame is not null; frame = frame.Parent)
            if (frame == container) return true;
        return false;
    }

    SearchState Make(SearchState before, Move move, out string? label)
    {
        SearchState state = before.Copy();
        var burst = new Burst(state.State, NoContext) { Choices = choices };
        if (move.Bookmark == 0)
        {
            Work work = state.Scheduled[move.At];
            state.Scheduled.RemoveAt(move.At);
            burst.Continue(state.Scheduled);
            burst.Run(work);
            bool isShown = choices.Names.Count == 0 && !work.Node.Behaviour.IsContainer && !work.Node.Waits;
            label = isShown ? work.Node.Id : null;
        }
        else
        {
            burst.Continue(state.Scheduled);
            Frame frame = state.State.Root!.WithBookmark(move.Bookmark)!;
            string outcome = frame.Bookmark!.Outcomes[move.At];
            frame.Bookmark = null;
            label = $"{frame.Node.Id}:{outcome}";
            frame.Node.Behaviour.Resume(burst, frame, outcome);
        }

        if (choices.Names.Count > 0) label = string.Join(", ", choices.Names.Prepend(label).OfType<string>());
        return new SearchState(state.State, [.. burst.Scheduled.Where(work => work.Owner is not { IsClosed: true })]);
    }

    /// <summary>The activity that is open more often than a flow that ends can need.</summary>
    static ActivityNode? Crowded(Frame frame)
    {
        foreach (Frame child in frame.Children)
        {
            if (frame.Flow is not null && frame.Children.Count > MostCopies && frame.Children.Count(other => other.Node == child.Node) > MostCopies) return child.Node;
            if (Crowded(child) is { } crowd) return crowd;
        }

        return null;
    }

    SoundnessFault Bound(string message) => new(SoundnessKind.Bound, definition.Root.Path, message, []);

    SoundnessFault Crowd(ActivityNode node, int vertex) =>
        Found(SoundnessKind.Bound, node, "the activity can be opened again and again while it is still open, so the search has no end", vertex);

    /// <summary>The states from which neither the end nor a state that was not looked at can be reached.</summary>
    List<int> Stuck()
    {
        var before = new List<int>[vertices.Count];
        var free = new bool[vertices.Count];
        var rest = new Stack<int>();
        for (int i = 0; i < vertices.Count; i++)
        {
            foreach (int next in vertices[i].Next) (before[next] ??= []).Add(i);
            if (vertices[i].HasEnded || !vertices[i].IsDone) Free(i);
        }

        while (rest.TryPop(out int at))
            foreach (int previous in before[at] ?? []) Free(previous);
        return [.. Enumerable.Range(0, vertices.Count).Where(at => !free[at])];

        void Free(int at)
        {
            if (free[at]) return;
            free[at] = true;
            rest.Push(at);
        }
    }

    bool LookAgain(List<int> stuck)
    {
        bool any = false;
        foreach (int at in stuck)
        {
            if (!vertices[at].IsReduced || bound is not null) continue;
            any = true;
            Expand(at, Replay(at), fully: true);
        }

        return any;
    }

    SearchState Replay(int vertex)
    {
        var way = new Stack<Vertex>();
        for (Vertex at = vertices[vertex]; at.Parent >= 0; at = vertices[at.Parent]) way.Push(at);
        SearchState state = First();
        while (way.TryPop(out Vertex? step))
        {
            choices.Repeat(step.Picks);
            state = Make(state, step.Move, out _);
        }

        return state;
    }

    List<SoundnessFault> Faults(List<int> stuck)
    {
        var faults = new List<SoundnessFault>();
        foreach ((ActivityNode join, int vertex) in deadJoins.OrderBy(each => each.Value))
            faults.Add(Found(SoundnessKind.DeadJoin, join, "here the branches never all arrive, so that the join waits for ever", vertex));
        if (stuck.Count > 0 && stuck.TrueForAll(at => !vertices[at].IsReduced)) faults.Add(CannotEnd(stuck[0]));
        if (bound is not null) faults.Add(bound);
        if (faults.Count > 0) return faults;
        foreach (ActivityNode node in definition.Activities)
            if (!begun[node.Index]) faults.Add(new SoundnessFault(SoundnessKind.Unreachable, node.Path, $"'{node.Id}': the activity is never run, whatever happens.", []));
        return faults;
    }

    SoundnessFault CannotEnd(int vertex)
    {
        SearchState state = Replay(vertex);
        ActivityNode node = state.State.Root?.All().FirstOrDefault(frame => frame.Bookmark is not null)?.Node
            ?? state.Scheduled.Select(work => work.Node).FirstOrDefault() ?? definition.Root;
        return Found(SoundnessKind.CannotEnd, node, "from here the flow can no longer end", vertex);
    }

    SoundnessFault Found(SoundnessKind kind, ActivityNode node, string message, int vertex)
    {
        var trace = new List<string>();
        for (Vertex at = vertices[vertex]; at.Parent >= 0; at = vertices[at.Parent])
            if (at.Label is { } label) trace.Add(label);
        trace.Reverse();
        string shown = trace.Count <= 60 ? string.Join(", ", trace) : "… " + string.Join(", ", trace.Skip(trace.Count - 60));
        return new SoundnessFault(kind, node.Path, $"'{node.Id}': {message}: {(trace.Count == 0 ? "at the start" : shown)}.", trace);
    }
}
