using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class SetName() : ActivityType("Elsa.SetName")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("value", InputType.Text)];

    public override void Execute(Burst burst, Frame frame)
    {
        Value name = burst.Input(frame, 0);
        burst.State.InstanceName = name.IsNullish ? null : name.Text;
        burst.Complete(frame);
    }
}
