using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Runs its body for one item after the other; the body sees CurrentValue and CurrentIndex.</summary>
sealed class ForEach() : ActivityType("Elsa.ForEach")
{
    public override bool IsContainer => true;

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("items", InputType.Items)];

    public override IReadOnlyList<string> Outputs { get; } = ["currentValue"];

    public override void ReadParts(PartReader reader) => reader.Body();

    public override void Execute(Burst burst, Frame frame)
    {
        frame.Items = burst.Items(frame, 0);
        Next(burst, frame);
    }

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes) => Next(burst, frame);

    static void Next(Burst burst, Frame frame)
    {
        if (frame.Position >= (frame.Items?.Length ?? 0))
        {
            burst.Complete(frame);
            return;
        }

        int index = frame.Position++;
        Value item = frame.Items![index];
        burst.SetOutput(frame, 0, item);
        if (frame.Node.Parts.TryGetValue("body", out ActivityNode? body)) burst.Schedule(frame, body, [item, Value.Of(index)]);
        else burst.Complete(frame);
    }
}
