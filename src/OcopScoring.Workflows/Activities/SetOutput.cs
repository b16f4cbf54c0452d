using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class SetOutput() : ActivityType("Elsa.SetOutput")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("outputName", InputType.Text, IsRequired: true), new("outputValue", InputType.Any)];

    public override void Execute(Burst burst, Frame frame)
    {
        if (burst.Input(frame, 0) is not { Kind: ValueKind.String, Text.Length: > 0 } name) throw new ScriptFailure("the name of the output is empty");
        burst.SetWorkflowOutput(name.Text, burst.Input(frame, 1));
        burst.Complete(frame);
    }
}
