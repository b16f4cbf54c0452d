using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Soundness;

/// <summary>
/// Finds a branch that nothing else in a state can disturb and that disturbs nothing else before it meets the others at a merge. It is
/// then enough to let this branch go first: whatever the others do in between comes to the same. (Such a branch is a persistent set;
/// the merge itself only counts arrivals, in whatever order.)
/// </summary>
sealed class Independence
{
    readonly bool[] endsWorkflow;

    public Independence(WorkflowDefinition definition)
    {
        endsWorkflow = new bool[definition.Activities.Count];
        for (int i = endsWorkflow.Length - 1; i >= 0; i--)
        {
            ActivityNode node = definition.Activities[i];
            endsWorkflow[i] |= node.Behaviour is Finish or Complete;
            if (endsWorkflow[i] && node.Parent is { } parent) endsWorkflow[parent.Index] = true;
        }
    }

    /// <summary>A branch: what is open inside a frame, or one scheduled activity.</summary>
    public readonly record struct Branch(Frame? Frame, int Scheduled);

    /// <returns>Null when no branch can be told apart.</returns>
    public Branch? Find(SearchState state)
    {
        if (state.State.Root is not { } container) return null;
        List<Branch> branches;
        while (true)
        {
            branches = Branches(state, container);
            if (branches is not [{ Frame: { Bookmark: null } inner }]) break;
            container = inner;
        }

        if (branches.Count < 2) return null;
        if (container.Flow is null) return endsWorkflow[container.Node.Index] ? null : branches[0];
        // Always the same branch first, and it stays first while it moves on: else the orders of the branches would multiply again.
        int[] ranks = container.Node.Graph!.Ranks;
        foreach (Branch branch in branches.OrderBy(each => ranks[PlaceOf(state, each)]))
            if (IsIndependent(state, container, branch, branches)) return branch;
        return null;
    }

    static List<Branch> Branches(SearchState state, Frame container)
    {
        var branches = new List<Branch>();
        for (int i = 0; i < state.Scheduled.Count; i++)
            if (state.Scheduled[i].Owner == container) branches.Add(new Branch(null, i));
        foreach (Frame child in container.Children) branches.Add(new Branch(child, -1));
        return branches;
    }

    static int PlaceOf(SearchState state, Branch branch) => (branch.Frame?.Node ?? state.Scheduled[branch.Scheduled].Node).Place;

    bool IsIndependent(SearchState state, Frame container, Branch branch, List<Branch> all)
    {
        FlowGraph graph = container.Node.Graph!;
        int place = PlaceOf(state, branch);
        bool[] mine = Triggered(container, [place]);
        bool[] others = Triggered(container, all.Where(other => other != branch).Select(other => PlaceOf(state, other)));
        for (int at = 0; at < mine.Length; at++)
        {
            if (!mine[at] && !others[at]) continue;
            if (mine[at] && others[at]) return false;
            if (Disturbs(graph, at, mine[at] ? others : mine)) return false;
        }

        return !MeetingDisturbs(container, mine, others);
    }

    /// <summary>
    /// What only both sides together set going must leave alone what may still go on beside it. What leads to it is over by then; a side
    /// way that does not lead to it may or may not be, depending on who comes last.
    /// </summary>
    bool MeetingDisturbs(Frame container, bool[] mine, bool[] others)
    {
        FlowGraph graph = container.Node.Graph!;
        bool[] together = Triggered(container, Enumerable.Range(0, mine.Length).Where(at => mine[at] || others[at]));
        for (int at = 0; at < together.Length; at++)
        {
            if (!together[at] || mine[at] || others[at]) continue;
            bool[] before = graph.Before(at), beside = new bool[together.Length];
            for (int each = 0; each < beside.Length; each++) beside[each] = (mine[each] || others[each]) && !before[each];
            if (Array.IndexOf(beside, true) >= 0 && Disturbs(graph, at, beside)) return true;
        }

        return false;
    }

    /// <summary>Whether the activity at a place, when it runs, can touch what happens at one of the other places.</summary>
    bool Disturbs(FlowGraph graph, int at, bool[] others)
    {
        ActivityNode node = graph.Activities[at];
        if (node.Behaviour.IsTerminal || endsWorkflow[node.Index]) return true;
        if (node.Behaviour is FlowJoin && Overlap(graph.Before(at), others)) return true;
        foreach (Connection connection in graph.Outbound(at))
            if (connection.IsBackward && Overlap(graph.After(connection.Target.Place), others)) return true;
        return false;
    }

    static bool Overlap(bool[] one, bool[] other)
    {
        for (int i = 0; i < one.Length; i++)
            if (one[i] && other[i]) return true;
        return false;
    }

    /// <summary>All places that these ones can set going without anybody else's help, themselves included.</summary>
    static bool[] Triggered(Frame container, IEnumerable<int> from)
    {
        FlowGraph graph = container.Node.Graph!;
        FlowScope flow = container.Flow!;
        var reached = new bool[graph.Activities.Count];
        var rest = new Stack<int>();
        foreach (int place in from) Add(place);
        while (rest.TryPop(out int place))
        {
            foreach (Connection connection in graph.Outbound(place))
            {
                int target = connection.Target.Place;
                if (reached[target]) continue;
                if (connection.IsBackward || connection.Target.Join == JoinMode.WaitAny || AllArrive(target)) Add(target);
            }
        }

        return reached;

        void Add(int place)
        {
            if (reached[place]) return;
            reached[place] = true;
            rest.Push(place);
        }

        bool AllArrive(int target)
        {
            foreach (Connection connection in graph.ForwardInbound(target))
                if (flow.ComesTooLate(connection, target) && !reached[connection.Source.Place]) return false;
            return true;
        }
    }
}
