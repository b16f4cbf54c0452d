using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Always becomes an incident; it completes only when an administrator skips it.</summary>
sealed class FaultActivity() : ActivityType("Elsa.Fault")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } =
    [
        new("message", InputType.Text), new("code", InputType.Text), new("category", InputType.Text), new("faultType", InputType.Text),
    ];

    /// <summary>Stands still until an administrator skips it.</summary>
    public override void ExecuteFreely(Burst burst, Frame frame, IFreeChoices choices)
    {
        choices.NoticeRun(frame.Node);
        burst.Wait(frame, new BookmarkPlan(Record.Empty));
    }

    public override void Execute(Burst burst, Frame frame)
    {
        Value message = burst.Input(frame, 0), code = burst.Input(frame, 1);
        string? text = message is { Kind: ValueKind.String, Text.Length: > 0 } ? message.Text : null;
        throw new ScriptFailure(text ?? (code.IsNullish ? "The flow raised a fault." : $"The flow raised the fault {code.Text}."));
    }
}
