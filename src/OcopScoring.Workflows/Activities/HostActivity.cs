using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Activities;

/// <summary>
/// A step that the host carries out. It always leaves a bookmark with its inputs; the host does the work in the same transaction and
/// resumes it, and where there is no host it is resumed by hand.
/// </summary>
sealed class HostActivity(string name, InputSpecification[] inputs, string? output, params string[] outcomes) : ActivityType(name)
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = inputs;

    public override IReadOnlyList<string> Outputs { get; } = output is null ? [] : [output];

    public override bool HasDefaultOutcome => outcomes is ["Done"];

    protected override bool Steers => false;

    public override bool Waits(ActivityNode node) => true;

    public override IReadOnlyList<string> OutcomesOf(ActivityNode node) => outcomes;

    public override void Check(ActivityNode node, CheckReport report)
    {
        if (Name == "Ocop.CloseDossier") report.OneOf(node, 0, "recognised", "not-recognised", "rejected", "withdrawn", "expired");
    }

    public override void Execute(Burst burst, Frame frame) => burst.Wait(frame, new BookmarkPlan(burst.AllInputs(frame)));
}
