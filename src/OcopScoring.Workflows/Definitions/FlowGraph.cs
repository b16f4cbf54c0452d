namespace OcopScoring.Workflows.Definitions;

/// <summary>
/// The connections of one flowchart seen from its start: which lead forward, which lead back, and what comes after what. Built once.
/// A pair of activities is taken as forward in the order of a breadth-first walk, unless its target already leads to its source.
/// </summary>
sealed class FlowGraph
{
    readonly Dictionary<ActivityNode, int> places = [];
    readonly List<int>[] forwardTargets;
    readonly List<int>[] forwardSources;
    readonly Connection[][] inbound;
    readonly Connection[][] outbound;
    readonly bool[]?[] after;
    readonly bool[]?[] before;
    bool[]? split;
    List<ActivityNode>? order;
    int[]? ranks;

    public FlowGraph(IReadOnlyList<ActivityNode> activities, IReadOnlyList<Connection> connections, ActivityNode? start)
    {
        Activities = activities;
        Connections = connections;
        Start = start;
        int count = activities.Count;
        for (int i = 0; i < count; i++) places[activities[i]] = i;
        forwardTargets = Lists(count);
        forwardSources = Lists(count);
        after = new bool[]?[count];
        before = new bool[]?[count];
        outbound = Group(connections, c => c.Source);
        if (start is not null) MarkForward();
        foreach (Connection connection in connections) connection.IsBackward = !IsForwardPair(connection);
        inbound = Group([.. connections.Where(c => !c.IsBackward)], c => c.Target);
        foreach (Connection connection in connections)
            connection.IsLegal = !connection.IsBackward || Dominates(connection.Target, connection.Source);
    }

    public IReadOnlyList<ActivityNode> Activities { get; }
    public IReadOnlyList<Connection> Connections { get; }
    public ActivityNode? Start { get; }

    public int PlaceOf(ActivityNode activity) => places[activity];

    public Connection[] Outbound(int place) => outbound[place];

    public Connection[] ForwardInbound(int place) => inbound[place];

    public bool IsReachable(ActivityNode activity) => activity == Start || forwardSources[places[activity]].Count > 0;

    /// <summary>The activities that forward connections lead to from this one, itself included.</summary>
    public bool[] After(int place) => after[place] ??= Walk(place, forwardTargets);

    /// <summary>The activities from which forward connections lead here, this one not included.</summary>
    public bool[] Before(int place)
    {
        if (before[place] is { } known) return known;
        bool[] ancestors = Walk(place, forwardSources);
        ancestors[place] = false;
        return before[place] = ancestors;
    }

    /// <summary>
    /// Each activity before what follows it, and what follows by its first connection next: the first way stands together, side ways come
    /// after it, what cannot be reached comes last.
    /// </summary>
    public IReadOnlyList<ActivityNode> InOrder => order ??= MakeOrder();

    /// <summary>The place of each activity in <see cref="InOrder"/>.</summary>
    public int[] Ranks
    {
        get
        {
            if (ranks is not null) return ranks;
            var made = new int[Activities.Count];
            for (int i = 0; i < made.Length; i++) made[places[InOrder[i]]] = i;
            return ranks = made;
        }
    }

    List<ActivityNode> MakeOrder()
    {
        var finished = new List<ActivityNode>();
        var seen = new bool[Activities.Count];
        var way = new Stack<(int Place, int Next)>();
        if (Start is not null) Enter(places[Start]);
        while (way.TryPop(out (int Place, int Next) at))
        {
            if (at.Next < 0)
            {
                finished.Add(Activities[at.Place]);
                continue;
            }

            way.Push((at.Place, at.Next - 1));
            Connection connection = outbound[at.Place][at.Next];
            if (!connection.IsBackward) Enter(places[connection.Target]);
        }

        finished.Reverse();
        finished.AddRange(Activities.Where(activity => !seen[places[activity]]));
        return finished;

        void Enter(int place)
        {
            if (seen[place]) return;
            seen[place] = true;
            way.Push((place, outbound[place].Length - 1));
        }
    }

    /// <summary>True for a merge that some return makes forget a part of its connections: then it matters which of them were visited how.</summary>
    public bool IsSplitByReturn(int place)
    {
        if (split is not null) return split[place];
        var found = new bool[Activities.Count];
        foreach (Connection connection in Connections)
        {
            if (!connection.IsBackward) continue;
            bool[] forgotten = After(places[connection.Target]);
            for (int merge = 0; merge < found.Length; merge++)
                if (forgotten[merge] && Array.Exists(inbound[merge], into => !forgotten[places[into.Source]])) found[merge] = true;
        }

        split = found;
        return found[place];
    }

    static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (int i = 0; i < count; i++) lists[i] = [];
        return lists;
    }

    Connection[][] Group(IReadOnlyList<Connection> connections, Func<Connection, ActivityNode> end)
    {
        ILookup<ActivityNode, Connection> byEnd = connections.ToLookup(end);
        return [.. Activities.Select(activity => byEnd[activity].ToArray())];
    }

    bool IsForwardPair(Connection connection) => forwardTargets[places[connection.Source]].Contains(places[connection.Target]);

    void MarkForward()
    {
        var waiting = new Queue<int>();
        var visited = new bool[Activities.Count];
        waiting.Enqueue(places[Start!]);
        while (waiting.TryDequeue(out int source))
        {
            if (visited[source]) continue;
            visited[source] = true;
            foreach (Connection connection in outbound[source])
            {
                int target = places[connection.Target];
                if (forwardTargets[source].Contains(target) || Leads(target, source)) continue;
                forwardTargets[source].Add(target);
                forwardSources[target].Add(source);
                if (!visited[target]) waiting.Enqueue(target);
            }
        }
    }

    bool Leads(int from, int to)
    {
        if (from == to) return true;
        return Walk(from, forwardTargets)[to];
    }

    bool[] Walk(int from, List<int>[] neighbours)
    {
        var seen = new bool[Activities.Count];
        var rest = new Stack<int>();
        rest.Push(from);
        seen[from] = true;
        while (rest.TryPop(out int current))
            foreach (int next in neighbours[current])
                if (!seen[next])
                {
                    seen[next] = true;
                    rest.Push(next);
                }

        return seen;
    }

    /// <summary>Without the target there is no way from the start to the source.</summary>
    bool Dominates(ActivityNode target, ActivityNode source)
    {
        if (Start is null || target == source || target == Start) return true;
        int avoided = places[target], sought = places[source];
        var seen = new bool[Activities.Count];
        seen[avoided] = true;
        var rest = new Stack<int>();
        rest.Push(places[Start]);
        seen[places[Start]] = true;
        while (rest.TryPop(out int current))
        {
            if (current == sought) return false;
            foreach (int next in forwardTargets[current])
                if (!seen[next])
                {
                    seen[next] = true;
                    rest.Push(next);
                }
        }

        return true;
    }
}
