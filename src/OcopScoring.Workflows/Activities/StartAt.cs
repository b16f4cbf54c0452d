using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Waits for a point in time; completes at once when that has passed.</summary>
sealed class StartAt() : ActivityType("Elsa.StartAt")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("dateTime", InputType.Instant, IsRequired: true)];

    public override bool Waits(ActivityNode node) => true;

    public override void ExecuteFreely(Burst burst, Frame frame, IFreeChoices choices)
    {
        choices.NoticeRun(frame.Node);
        if (choices.Pick(frame.Node, 2, static at => at == 0 ? "in the past" : "in the future") == 0) burst.Complete(frame);
        else burst.Wait(frame, new BookmarkPlan(Record.Empty));
    }

    public override void Execute(Burst burst, Frame frame)
    {
        Value instant = burst.Input(frame, 0);
        if (instant.IsNullish) throw new ScriptFailure("the point in time is empty");
        DateTimeOffset due = DateTimeOffset.Parse(instant.Text, System.Globalization.CultureInfo.InvariantCulture);
        if (due <= burst.Context.Now) burst.Complete(frame);
        else burst.WaitUntil(frame, due);
    }
}
