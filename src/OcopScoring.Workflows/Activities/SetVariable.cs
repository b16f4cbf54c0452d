using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class SetVariable() : ActivityType("Elsa.SetVariable")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("value", InputType.Any)];

    public override void ReadParts(PartReader reader) => reader.AssignedVariable();

    public override void Execute(Burst burst, Frame frame)
    {
        burst.Assign(frame, frame.Node.Assigned!.Value, burst.Input(frame, 0));
        burst.Complete(frame);
    }
}
