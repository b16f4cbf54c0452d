using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Running;

/// <summary>Stands in for expressions and for the world when all runs of a definition are looked at.</summary>
interface IFreeChoices
{
    /// <summary>One of so many options, counted from 0.</summary>
    int Pick(ActivityNode node, int options, Func<int, string> name);

    List<SwitchCase> Match(ActivityNode node, bool all);

    /// <summary>A merge was passed over although a branch arrived, or its flowchart completed while it still waited.</summary>
    void NoticeDeadJoin(ActivityNode join);

    /// <summary>An activity begins.</summary>
    void NoticeRun(ActivityNode node);
}
