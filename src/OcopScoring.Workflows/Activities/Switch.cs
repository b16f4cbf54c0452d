using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Runs the activity of the first case that holds, or of all of them, else the default; completes when all of them have.</summary>
sealed class Switch() : ActivityType("Elsa.Switch")
{
    public override bool IsContainer => true;

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("mode", InputType.Text, IsFixed: true)];

    public override IReadOnlyList<string> Outputs { get; } = ["output"];

    public override void ReadParts(PartReader reader)
    {
        reader.Cases(withActivities: true);
        reader.Child("default");
    }

    public override void Check(ActivityNode node, CheckReport report) => report.OneOf(node, 0, "MatchFirst", "MatchAny");

    public override void Execute(Burst burst, Frame frame)
    {
        List<SwitchCase> matching = burst.Matching(frame, FlowSwitch.MatchesAny(frame.Node, 0));
        foreach (SwitchCase each in matching)
            if (each.Activity is { } activity) Run(burst, frame, activity);
        if (matching.Count == 0 && frame.Node.Parts.TryGetValue("default", out ActivityNode? otherwise)) Run(burst, frame, otherwise);
        if (frame.Position == 0) burst.Complete(frame);
    }

    static void Run(Burst burst, Frame frame, ActivityNode activity)
    {
        frame.Position++;
        burst.Schedule(frame, activity);
    }

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes)
    {
        if (--frame.Position == 0) burst.Complete(frame);
    }
}
