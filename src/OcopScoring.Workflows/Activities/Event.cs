using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class Event() : ActivityType("Elsa.Event")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("eventName", InputType.Text, IsRequired: true)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override bool Waits(ActivityNode node) => true;

    public override void Execute(Burst burst, Frame frame) => burst.Wait(frame, new BookmarkPlan(burst.AllInputs(frame)));
}
