using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Soundness;

/// <summary>Makes the choices of one step as it is told and the first one after that, and can then name the next sequence of choices.</summary>
sealed class FreeChoices : IFreeChoices
{
    readonly List<(int Taken, int Options)> picks = [];
    readonly List<string> names = [];
    int next;

    public List<ActivityNode> DeadJoins { get; } = [];
    public List<ActivityNode> Begun { get; } = [];

    /// <summary>What was picked, in order, as a trace shows it.</summary>
    public IReadOnlyList<string> Names => names;

    public int[] Taken => [.. picks.Select(pick => pick.Taken)];

    public void Repeat(ReadOnlySpan<int> taken)
    {
        picks.Clear();
        foreach (int each in taken) picks.Add((each, int.MaxValue));
        Rewind();
    }

    /// <summary>Goes on to the next sequence of choices.</summary>
    /// <returns>False when all were made.</returns>
    public bool Advance()
    {
        while (picks.Count > 0)
        {
            (int taken, int options) = picks[^1];
            picks.RemoveAt(picks.Count - 1);
            if (taken + 1 >= options) continue;
            picks.Add((taken + 1, options));
            Rewind();
            return true;
        }

        return false;
    }

    void Rewind()
    {
        next = 0;
        names.Clear();
        DeadJoins.Clear();
        Begun.Clear();
    }

    public int Pick(ActivityNode node, int options, Func<int, string> name)
    {
        if (next == picks.Count) picks.Add((0, options));
        int taken = picks[next].Taken;
        picks[next++] = (taken, options);
        names.Add($"{node.Id}:{name(taken)}");
        return taken;
    }

    public List<SwitchCase> Match(ActivityNode node, bool all)
    {
        IReadOnlyList<SwitchCase> cases = node.Cases;
        if (!all)
        {
            int first = Pick(node, cases.Count + 1, at => at < cases.Count ? cases[at].Label : "Default");
            return first < cases.Count ? [cases[first]] : [];
        }

        return [.. cases.Where(each => Pick(node, 2, at => at == 0 ? $"not {each.Label}" : each.Label) == 1)];
    }

    public void NoticeDeadJoin(ActivityNode join) => DeadJoins.Add(join);

    public void NoticeRun(ActivityNode node) => Begun.Add(node);
}
