using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Soundness;

/// <summary>What can be seen without running: open outcomes, unreachable activities, illegal returns, loops that never wait.</summary>
static class StructureCheck
{
    public static List<SoundnessFault> Faults(WorkflowDefinition definition)
    {
        var faults = new List<SoundnessFault>();
        foreach (ActivityNode node in definition.Activities)
        {
            if (node.Graph is { } graph)
            {
                OpenOutcomes(graph, faults);
                Unreachable(graph, faults);
                IllegalReturns(graph, faults);
                LoopsWithoutWait(graph, faults);
            }
            else if (node.Type == "Elsa.Sequence")
            {
                AfterTheEnd(node, faults);
            }
            else if (node.Type == "Elsa.While" && !HoldsWait(node))
            {
                faults.Add(Of(SoundnessKind.LoopWithoutWait, node, "nothing in the loop waits"));
            }
        }

        return faults;
    }

    static SoundnessFault Of(SoundnessKind kind, ActivityNode node, string message) => new(kind, node.Path, $"'{node.Id}': {message}.", []);

    static void OpenOutcomes(FlowGraph graph, List<SoundnessFault> faults)
    {
        foreach (ActivityNode node in graph.Activities)
        {
            if (node.Behaviour.IsTerminal || node.Type == "Elsa.Fault") continue;
            foreach (string outcome in node.Outcomes)
            {
                bool leads = graph.Outbound(node.Place).Any(connection => node.Behaviour.ToOutcomes(outcome).Follow(connection));
                if (!leads && !node.EndsHere.Contains(outcome)) faults.Add(Of(SoundnessKind.OpenOutcome, node, $"the outcome '{outcome}' leads nowhere"));
            }
        }
    }

    static void Unreachable(FlowGraph graph, List<SoundnessFault> faults)
    {
        bool[] reached = new bool[graph.Activities.Count];
        var rest = new Stack<ActivityNode>();
        if (graph.Start is { } start) Reach(start);
        while (rest.TryPop(out ActivityNode? node))
        {
            if (node.Behaviour.IsTerminal) continue;
            foreach (Connection connection in graph.Outbound(node.Place)) Reach(connection.Target);
        }

        foreach (ActivityNode node in graph.Activities)
            if (!reached[node.Place]) faults.Add(Of(SoundnessKind.Unreachable, node, "the activity can never be reached"));

        void Reach(ActivityNode node)
        {
            if (reached[node.Place]) return;
            reached[node.Place] = true;
            rest.Push(node);
        }
    }

    static void AfterTheEnd(ActivityNode sequence, List<SoundnessFault> faults)
    {
        int end = sequence.ChildList.FindIndex(child => child.Behaviour.IsTerminal);
        if (end < 0) return;
        foreach (ActivityNode child in sequence.ChildList.Skip(end + 1))
            faults.Add(Of(SoundnessKind.Unreachable, child, $"the activity can never be reached, because '{sequence.ChildList[end].Id}' ends the sequence before it"));
    }

    static void IllegalReturns(FlowGraph graph, List<SoundnessFault> faults)
    {
        foreach (Connection connection in graph.Connections)
        {
            if (connection.IsLegal || !graph.IsReachable(connection.Source)) continue;
            string message = $"The connection back from '{connection.Source.Id}' to '{connection.Target.Id}' is not legal: not every path to '{connection.Source.Id}' goes through '{connection.Target.Id}'.";
            faults.Add(new SoundnessFault(SoundnessKind.IllegalReturn, connection.Path, message, []));
        }
    }

    public static bool HoldsWait(ActivityNode node) => node.Waits || node.Type == "Elsa.Fault" || node.Children.Any(HoldsWait);

    /// <summary>Without the activities that wait no way may lead round.</summary>
    static void LoopsWithoutWait(FlowGraph graph, List<SoundnessFault> faults)
    {
        int count = graph.Activities.Count;
        var passes = new bool[count];
        for (int i = 0; i < count; i++) passes[i] = !HoldsWait(graph.Activities[i]) && !graph.Activities[i].Behaviour.IsTerminal;
        var inbound = new int[count];
        foreach (Connection connection in graph.Connections)
            if (passes[connection.Source.Place] && passes[connection.Target.Place]) inbound[connection.Target.Place]++;

        // Take away what nothing leads to, again and again; what stays lies on a loop or behind one.
        var rest = new Queue<int>(Enumerable.Range(0, count).Where(place => passes[place] && inbound[place] == 0));
        while (rest.TryDequeue(out int place))
        {
            passes[place] = false;
            foreach (Connection connection in graph.Outbound(place))
            {
                int target = connection.Target.Place;
                if (passes[target] && --inbound[target] == 0) rest.Enqueue(target);
            }
        }

        List<ActivityNode> loop = FindLoop(graph, passes);
        if (loop.Count == 0) return;
        string way = string.Join(" → ", loop.Append(loop[0]).Select(node => node.Id));
        faults.Add(new SoundnessFault(SoundnessKind.LoopWithoutWait, loop[0].Path, $"'{loop[0].Id}': nothing in the loop {way} waits.", []));
    }

    static List<ActivityNode> FindLoop(FlowGraph graph, bool[] passes)
    {
        int start = Array.IndexOf(passes, true);
        if (start < 0) return [];

        // Everything left has a predecessor that is left too, so walking backwards must come round.
        var predecessor = new int[passes.Length];
        foreach (Connection connection in graph.Connections)
            if (passes[connection.Source.Place]) predecessor[connection.Target.Place] = connection.Source.Place;
        var seen = new HashSet<int>();
        int at = start;
        while (seen.Add(at)) at = predecessor[at];
        var loop = new List<ActivityNode>();
        for (int back = predecessor[at]; back != at; back = predecessor[back]) loop.Add(graph.Activities[back]);
        loop.Add(graph.Activities[at]);
        loop.Reverse();
        return loop;
    }
}
