using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Schedules its body once for each item and waits for all; each run sees its own CurrentValue and CurrentIndex.</summary>
sealed class ParallelForEach() : ActivityType("Elsa.ParallelForEach")
{
    const int MostItems = 10_000;

    public override bool IsContainer => true;

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("items", InputType.Items)];

    public override void ReadParts(PartReader reader) => reader.Body();

    public override void Execute(Burst burst, Frame frame)
    {
        Value[] items = burst.Items(frame, 0);
        if (items.Length == 0 || !frame.Node.Parts.TryGetValue("body", out ActivityNode? body))
        {
            burst.Complete(frame);
            return;
        }

        if (items.Length > MostItems) throw new ScriptFailure("the list has more than 10,000 items");
        frame.Position = items.Length;
        for (int i = 0; i < items.Length; i++) burst.Schedule(frame, body, [items[i], Value.Of(i)]);
    }

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes)
    {
        if (--frame.Position == 0) burst.Complete(frame);
    }
}
