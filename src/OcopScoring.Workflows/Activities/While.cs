using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class While() : ActivityType("Elsa.While")
{
    public override bool IsContainer => true;

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("condition", InputType.Boolean)];

    public override void ReadParts(PartReader reader) => reader.Child("body");

    public override void Execute(Burst burst, Frame frame) => Next(burst, frame);

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes) => Next(burst, frame);

    static void Next(Burst burst, Frame frame)
    {
        if (!burst.Holds(frame, 0)) burst.Complete(frame);
        else if (frame.Node.Parts.TryGetValue("body", out ActivityNode? body)) burst.Schedule(frame, body);
        else if (burst.Choices is not null) burst.Complete(frame);
        else throw new ScriptFailure("the loop has no body and would go round for ever");
    }
}
