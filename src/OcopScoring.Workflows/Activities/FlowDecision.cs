using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class FlowDecision() : ActivityType("Elsa.FlowDecision")
{
    static readonly string[] Both = ["True", "False"];
    static readonly Outcomes Yes = Outcomes.Of("True");
    static readonly Outcomes No = Outcomes.Of("False");

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("condition", InputType.Boolean)];

    public override bool HasDefaultOutcome => false;

    public override IReadOnlyList<string> OutcomesOf(ActivityNode node) => Both;

    public override void Execute(Burst burst, Frame frame) => burst.Complete(frame, burst.Holds(frame, 0) ? Yes : No);
}
