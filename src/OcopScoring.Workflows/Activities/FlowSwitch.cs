using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>The outcomes are the labels of the cases that hold, of the first of them or of all, else <c>Default</c>.</summary>
sealed class FlowSwitch() : ActivityType("Elsa.FlowSwitch")
{
    public const string Otherwise = "Default";

    static readonly Outcomes NoCase = Outcomes.Of(Otherwise);

    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("mode", InputType.Text, IsFixed: true)];

    public override bool HasDefaultOutcome => false;

    public override void ReadParts(PartReader reader) => reader.Cases(withActivities: false);

    public override void Check(ActivityNode node, CheckReport report) => report.OneOf(node, 0, "MatchFirst", "MatchAny");

    public override IReadOnlyList<string> OutcomesOf(ActivityNode node) => [.. node.Cases.Select(each => each.Label), Otherwise];

    public static bool MatchesAny(ActivityNode node, int input) => Fixed(node, input) is { Kind: ValueKind.String, Text: "MatchAny" };

    public override void Execute(Burst burst, Frame frame)
    {
        List<SwitchCase> matching = burst.Matching(frame, MatchesAny(frame.Node, 0));
        burst.Complete(frame, matching.Count == 0 ? NoCase : Outcomes.Of([.. matching.Select(each => each.Label)]));
    }
}
