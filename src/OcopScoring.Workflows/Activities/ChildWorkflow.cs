using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Starts another workflow; waits for it only when told to. Without waiting its result stays empty.</summary>
sealed class ChildWorkflow(string name) : ActivityType(name)
{
    const int Definition = 0, Correlation = 1, Input = 2, Waiting = 3;

    public override IReadOnlyList<InputSpecification> Inputs { get; } =
    [
        new("workflowDefinitionId", InputType.Text, IsRequired: true), new("correlationId", InputType.Text), new("input", InputType.Record),
        new("waitForCompletion", InputType.Boolean), new("channelName", InputType.Text), new("startNewTrace", InputType.Boolean),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override bool Waits(ActivityNode node) => node.Inputs[Waiting] is { } waiting && waiting.Constant is not { Boolean: false };

    public override void ExecuteFreely(Burst burst, Frame frame, IFreeChoices choices)
    {
        choices.NoticeRun(frame.Node);
        bool isOpen = Waits(frame.Node) && Fixed(frame.Node, Waiting) is null;
        bool waits = isOpen ? choices.Pick(frame.Node, 2, static at => at == 0 ? "without waiting" : "waiting") == 1 : Waits(frame.Node);
        if (waits) burst.Wait(frame, new BookmarkPlan(Record.Empty));
        else burst.Complete(frame);
    }

    public override void Execute(Burst burst, Frame frame)
    {
        Value definition = burst.Input(frame, Definition), correlation = burst.Input(frame, Correlation), input = burst.Input(frame, Input);
        if (definition is not { Kind: ValueKind.String, Text.Length: > 0 }) throw new ScriptFailure("the id of the workflow is empty");
        bool waits = burst.Input(frame, Waiting).Boolean;
        int? bookmark = waits ? burst.Wait(frame, new BookmarkPlan(burst.AllInputs(frame))).Id : null;
        burst.Effects.Add(new Effect.WorkflowDispatched(frame.Node.Id, definition.Text, Burst.Members(input), correlation.IsNullish ? null : correlation.Text, bookmark));
        if (waits) return;
        burst.SetOutput(frame, 0, Value.Null);
        burst.Complete(frame);
    }
}
