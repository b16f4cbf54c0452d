using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Soundness;

/// <summary>
/// 128 bits that stand for everything in a state that the rest of the run can depend on. Children are taken without regard to order,
/// counters as differences, and of the marks on a merge only what its mode can see. Two states that differ have the same key
/// with a chance of about 1 in 10³⁸ per pair.
/// </summary>
readonly record struct StateKey(ulong First, ulong Second) : IComparable<StateKey>
{
    public static StateKey Of(SearchState state)
    {
        StateKey key = new(1, 2);
        key = state.State.Root is { } root ? key.Mix(Of(root)) : key.Mix(7);
        foreach (Work work in state.Scheduled)
        {
            key = key.Mix((ulong)work.Node.Index + 11);
            if (work.Owner is { } owner) key = key.Mix(Of(owner));
        }

        return key;
    }

    static StateKey Of(Frame frame)
    {
        var key = new StateKey((ulong)frame.Node.Index + 3, 5);
        key = key.Mix((ulong)frame.Position).Mix((ulong)(frame.Items?.Length ?? 0)).Mix(frame.Bookmark is null ? 0UL : 1).Mix((ulong)frame.Queued);
        if (frame.Flow is { } flow) key = Marks(key, frame.Node.Graph!, flow);
        if (frame.Children.Count == 0) return key;
        if (frame.Children.Count == 1) return key.Mix(Of(frame.Children[0]));
        StateKey[] inside = [.. frame.Children.Select(Of)];
        Array.Sort(inside);
        foreach (StateKey each in inside) key = key.Mix(each);
        return key;
    }

    /// <summary>For each merge: how often each connection was visited beyond the runs of the merge, and which marks matter.</summary>
    static StateKey Marks(StateKey key, FlowGraph graph, FlowScope flow)
    {
        for (int place = 0; place < graph.Activities.Count; place++)
        {
            Connection[] inbound = graph.ForwardInbound(place);
            if (graph.IsSplitByReturn(place))
            {
                key = key.Mix((ulong)flow.Activities[place]);
                foreach (Connection connection in inbound) key = key.Mix((ulong)flow.Visits[connection.Index]).Mix(flow.Followed[connection.Index] ? 1UL : 2);
                continue;
            }

            int runs = flow.Activities[place], common = runs, most = 0;
            foreach (Connection connection in inbound)
            {
                common = Math.Min(common, flow.Visits[connection.Index]);
                most = Math.Max(most, flow.Visits[connection.Index]);
            }

            if (runs - common > 0) key = key.Mix((ulong)place).Mix((ulong)(runs - common));
            bool any = false, all = graph.Activities[place].Join == JoinMode.WaitAll;
            foreach (Connection connection in inbound)
            {
                int visits = flow.Visits[connection.Index];
                if (visits > common) key = key.Mix((ulong)connection.Index + 1_000_003).Mix((ulong)(visits - common));
                if (visits <= runs || visits != most) continue;
                any |= flow.Followed[connection.Index];
                all &= flow.Followed[connection.Index];
            }

            if (any) key = key.Mix((ulong)place + 2_000_003).Mix(all ? 1UL : 2);
        }

        return key;
    }

    StateKey Mix(StateKey other) => Mix(other.First).Mix(other.Second);

    StateKey Mix(ulong value) => new(Scramble(First ^ value), Scramble(Second + value * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL));

    static ulong Scramble(ulong x)
    {
        x ^= x >> 30;
        x *= 0xBF58476D1CE4E5B9UL;
        x ^= x >> 27;
        x *= 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    public int CompareTo(StateKey other) => First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);
}
