using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class If() : ActivityType("Elsa.If")
{
    public override bool IsContainer => true;

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("condition", InputType.Boolean)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override void ReadParts(PartReader reader)
    {
        reader.Child("then");
        reader.Child("else");
    }

    public override void Execute(Burst burst, Frame frame)
    {
        bool holds = burst.Holds(frame, 0);
        burst.SetOutput(frame, 0, Value.Of(holds));
        if (frame.Node.Parts.TryGetValue(holds ? "then" : "else", out ActivityNode? chosen)) burst.Schedule(frame, chosen);
        else burst.Complete(frame);
    }
}
