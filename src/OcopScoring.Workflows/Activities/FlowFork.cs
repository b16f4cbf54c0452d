using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class FlowFork() : ActivityType("Elsa.FlowFork")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("branches", InputType.Texts, IsFixed: true)];

    public override bool HasDefaultOutcome => false;

    public override void Check(ActivityNode node, CheckReport report) => report.DistinctNames(node, 0);

    public override IReadOnlyList<string> OutcomesOf(ActivityNode node) =>
        Fixed(node, 0) is { Kind: ValueKind.Array, Items.Length: > 0 } branches ? [.. branches.Items.Select(branch => branch.Text)] : Outcomes.DoneOnly;

    public override void Execute(Burst burst, Frame frame) => burst.Complete(frame, Outcomes.Of([.. frame.Node.Outcomes]));
}
