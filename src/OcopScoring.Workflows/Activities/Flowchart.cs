using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Activities and connections in counter mode: every merge waits for all its forward connections, what is passed over is passed on.</summary>
sealed class Flowchart() : ActivityType("Elsa.Flowchart")
{
    public override bool IsContainer => true;

    public override void ReadParts(PartReader reader) => reader.Flowchart();

    public override void Execute(Burst burst, Frame frame)
    {
        FlowGraph graph = frame.Node.Graph!;
        frame.Flow = new FlowScope(graph.Activities.Count, graph.Connections.Count);
        if (graph.Start is null) burst.Complete(frame);
        else burst.Schedule(frame, graph.Start);
    }

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes)
    {
        if (child.Node.Behaviour.IsTerminal)
        {
            burst.Complete(frame);
            return;
        }

        FlowGraph graph = frame.Node.Graph!;
        int place = child.Node.Place;
        if (!Return(burst, frame, graph.Outbound(place), outcomes)) Advance(burst, frame, place, outcomes);
        CompleteWhenDone(burst, frame);
    }

    /// <summary>Part 1, counter mode: a backward connection whose target is not passed by every path to its source is an exception when followed.</summary>
    public static void RefuseIllegalReturn(ActivityNode node, Outcomes outcomes)
    {
        foreach (Connection connection in node.Parent!.Graph!.Outbound(node.Place))
            if (!connection.IsLegal && outcomes.Follow(connection))
                throw new ScriptFailure($"The connection back from '{node.Id}' to '{connection.Target.Id}' is not legal: not every path to '{node.Id}' goes through '{connection.Target.Id}'.");
    }

    static void CompleteWhenDone(Burst burst, Frame frame)
    {
        if (frame.IsClosed || frame.Children.Count > 0 || frame.Queued > 0) return;
        if (burst.Choices is { } choices) NoticeDeadJoins(frame, choices);
        burst.Complete(frame);
    }

    /// <summary>The flowchart ends by itself while a branch stands before a merge whose other branches will never arrive.</summary>
    static void NoticeDeadJoins(Frame frame, IFreeChoices choices)
    {
        FlowScope flow = frame.Flow!;
        foreach (Connection connection in frame.Node.Graph!.Connections)
        {
            int place = connection.Target.Place;
            if (!connection.IsBackward && flow.Followed[connection.Index] && !flow.ComesTooLate(connection, place)) choices.NoticeDeadJoin(connection.Target);
        }
    }

    /// <summary>Difference 7: a return starts its part of the flow afresh.</summary>
    static bool Return(Burst burst, Frame frame, Connection[] outbound, Outcomes outcomes)
    {
        FlowGraph graph = frame.Node.Graph!;
        bool returns = false;
        foreach (Connection connection in outbound)
        {
            if (!connection.IsBackward || !outcomes.Follow(connection)) continue;
            returns = true;
            frame.Flow!.ForgetAfter(graph, connection.Target.Place);
        }

        if (!returns) return false;
        Stack<(int Place, int Next)>? skipped = null;
        foreach (Connection connection in outbound)
        {
            if (!outcomes.Follow(connection)) continue;
            if (connection.IsBackward)
            {
                burst.Schedule(frame, connection.Target);
                continue;
            }

            frame.Flow!.Visit(connection, true);
            Arrive(burst, frame, connection, ref skipped);
            PassOn(burst, frame, skipped);
        }

        return true;
    }

    /// <summary>Visits the connections of an activity in the order of the document; what is skipped passes its own on before the next one.</summary>
    static void Advance(Burst burst, Frame frame, int place, Outcomes outcomes)
    {
        FlowScope flow = frame.Flow!;
        flow.Activities[place]++;
        Stack<(int Place, int Next)>? skipped = null;
        foreach (Connection connection in frame.Node.Graph!.Outbound(place))
        {
            flow.Visit(connection, outcomes.Follow(connection));
            if (connection.IsBackward) continue;
            Arrive(burst, frame, connection, ref skipped);
            PassOn(burst, frame, skipped);
        }
    }

    static void PassOn(Burst burst, Frame frame, Stack<(int Place, int Next)>? skipped)
    {
        while (skipped is not null && skipped.TryPop(out (int Place, int Next) at))
        {
            Connection[] outbound = frame.Node.Graph!.Outbound(at.Place);
            if (at.Next >= outbound.Length) continue;
            Connection connection = outbound[at.Next];
            skipped.Push((at.Place, at.Next + 1));
            frame.Flow!.Visit(connection, false);
            if (!connection.IsBackward) Arrive(burst, frame, connection, ref skipped);
        }
    }

    /// <summary>Decides for the target of a connection that was just visited: run it, pass over it, or wait.</summary>
    static void Arrive(Burst burst, Frame frame, Connection connection, ref Stack<(int Place, int Next)>? skipped)
    {
        ActivityNode target = connection.Target;
        FlowGraph graph = frame.Node.Graph!;
        FlowScope flow = frame.Flow!;
        int place = target.Place;
        Connection[] inbound = graph.ForwardInbound(place);
        JoinMode mode = target.Join;
        if (mode == JoinMode.WaitAny)
        {
            if (flow.ComesTooLate(connection, place) || burst.IsScheduled(frame, target) || frame.Children.Exists(child => child.Node == target)) return;
            if (flow.AnyFollowed(place, inbound))
            {
                burst.Schedule(frame, target);
                WithdrawBefore(burst, frame, target);
                return;
            }
        }

        if (!flow.AllVisited(place, inbound)) return;
        bool runs = mode == JoinMode.WaitAll ? flow.AllFollowed(place, inbound) : mode == JoinMode.WaitAllActive && flow.AnyFollowed(place, inbound);
        if (runs)
        {
            burst.Schedule(frame, target);
        }
        else
        {
            if (mode == JoinMode.WaitAll && flow.AnyFollowed(place, inbound)) burst.Choices?.NoticeDeadJoin(target);
            flow.Activities[place]++;
            (skipped ??= new()).Push((place, 0));
        }
    }

    /// <summary>Withdraws what is still open on the way to a join; the connections of what is withdrawn count as not followed.</summary>
    public static void WithdrawBefore(Burst burst, Frame frame, ActivityNode join)
    {
        bool[] before = frame.Node.Graph!.Before(join.Place);
        foreach (Frame child in frame.Children.ToArray())
        {
            if (child.IsClosed || !before[child.Node.Place]) continue;
            burst.Close(child);
            Advance(burst, frame, child.Node.Place, Outcomes.None);
        }
    }
}
