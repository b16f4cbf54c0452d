using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// The counters of one running flowchart: how often each activity and each connection was visited, and whether the last visit of a
/// connection was followed (elsa-format.md, "Counter").
/// </summary>
sealed class FlowScope
{
    public FlowScope(int activities, int connections)
    {
        Activities = new int[activities];
        Visits = new int[connections];
        Followed = new bool[connections];
    }

    FlowScope(FlowScope other)
    {
        Activities = (int[])other.Activities.Clone();
        Visits = (int[])other.Visits.Clone();
        Followed = (bool[])other.Followed.Clone();
    }

    public int[] Activities { get; }
    public int[] Visits { get; }
    public bool[] Followed { get; }

    public FlowScope Copy() => new(this);

    public void Visit(Connection connection, bool followed)
    {
        Visits[connection.Index]++;
        Followed[connection.Index] = followed;
    }

    public bool AllVisited(int place, Connection[] inbound)
    {
        foreach (Connection connection in inbound)
            if (Visits[connection.Index] <= Activities[place]) return false;
        return true;
    }

    public bool AnyFollowed(int place, Connection[] inbound)
    {
        int most = Most(inbound);
        if (most <= Activities[place]) return false;
        foreach (Connection connection in inbound)
            if (Visits[connection.Index] == most && Followed[connection.Index]) return true;
        return false;
    }

    public bool AllFollowed(int place, Connection[] inbound)
    {
        int most = Most(inbound);
        if (most <= Activities[place]) return false;
        foreach (Connection connection in inbound)
            if (Visits[connection.Index] != most || !Followed[connection.Index]) return false;
        return true;
    }

    /// <summary>A connection that was visited no more often than its target ran comes too late.</summary>
    public bool ComesTooLate(Connection connection, int targetPlace) => Visits[connection.Index] <= Activities[targetPlace];

    /// <summary>Difference 7: what comes after the target of a return starts afresh.</summary>
    public void ForgetAfter(FlowGraph graph, int target)
    {
        bool[] after = graph.After(target);
        for (int place = 0; place < after.Length; place++)
        {
            if (!after[place]) continue;
            Activities[place] = 0;
            foreach (Connection connection in graph.Outbound(place))
            {
                Visits[connection.Index] = 0;
                Followed[connection.Index] = false;
            }
        }
    }

    int Most(Connection[] inbound)
    {
        int most = 0;
        foreach (Connection connection in inbound) most = Math.Max(most, Visits[connection.Index]);
        return most;
    }
}
