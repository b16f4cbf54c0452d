using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class Delay() : ActivityType("Elsa.Delay")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("timeSpan", InputType.Duration, IsRequired: true)];

    public override bool Waits(ActivityNode node) => true;

    public override void Execute(Burst burst, Frame frame) => burst.WaitUntil(frame, burst.After(burst.Input(frame, 0)));
}
