using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

enum JoinMode { WaitAny, WaitAll, WaitAllActive }

/// <summary>The waiting is the flowchart's work; when the join runs, what is still open on the way to it is withdrawn.</summary>
sealed class FlowJoin() : ActivityType("Elsa.FlowJoin")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("mode", InputType.Text, IsFixed: true)];

    protected override bool Steers => true;

    public override void Check(ActivityNode node, CheckReport report) =>
        report.OneOf(node, 0, "WaitAny", "WaitAll", "WaitAllActive");

    /// <summary>The mode of a merge: any activity but a join waits for all that is active.</summary>
    public static JoinMode ModeOf(ActivityNode target)
    {
        if (target.Behaviour is not FlowJoin) return JoinMode.WaitAllActive;
        return Fixed(target, 0) is { Kind: ValueKind.String } mode ? Enum.Parse<JoinMode>(mode.Text) : JoinMode.WaitAny;
    }

    public override void Execute(Burst burst, Frame frame)
    {
        if (frame.Parent is { } parent && frame.Node.Place >= 0) Flowchart.WithdrawBefore(burst, parent, frame.Node);
        burst.Complete(frame);
    }
}
