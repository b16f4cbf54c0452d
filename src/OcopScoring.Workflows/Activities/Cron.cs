using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Inside a flow: waits for the next time that the expression names, in UTC.</summary>
sealed class Cron() : ActivityType("Elsa.Cron")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("cronExpression", InputType.Text, IsRequired: true)];

    public override bool Waits(ActivityNode node) => true;

    public override void Check(ActivityNode node, CheckReport report)
    {
        if (Fixed(node, 0) is { Kind: ValueKind.String } text && CronSchedule.Parse(text.Text, out string? fault) is null) report.Add(node, 0, fault!);
    }

    public override void Execute(Burst burst, Frame frame)
    {
        Value text = burst.Input(frame, 0);
        CronSchedule schedule = CronSchedule.Parse(text.IsNullish ? "" : text.Text, out string? fault) ?? throw new ScriptFailure(fault!);
        DateTimeOffset due = schedule.Next(burst.Context.Now) ?? throw new ScriptFailure($"'{text.Text}' names no time in the next years");
        burst.WaitUntil(frame, due);
    }
}
