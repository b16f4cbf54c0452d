using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>A task of a person: waits for one of its outcomes, or takes the overdue outcome when the due time passes.</summary>
sealed class HumanTask() : ActivityType("Ocop.HumanTask")
{
    const int Listed = 3, DueDays = 4, RemindDays = 5, Overdue = 6;

    public override IReadOnlyList<InputSpecification> Inputs { get; } =
    [
        new("task", InputType.Text, IsRequired: true), new("role", InputType.Text, IsRequired: true), new("tier", InputType.Text, IsRequired: true),
        new("outcomes", InputType.Texts, IsRequired: true, IsFixed: true), new("dueWorkingDays", InputType.Integer),
        new("remindDaysBefore", InputType.Integers), new("overdueOutcome", InputType.Text, IsFixed: true),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override bool HasDefaultOutcome => false;

    protected override bool Steers => false;

    public override bool Waits(ActivityNode node) => true;

    public override void Check(ActivityNode node, CheckReport report)
    {
        report.DistinctNames(node, Listed);
        if (Fixed(node, Listed) is { Kind: ValueKind.Array, Items.Length: 0 }) report.Add(node, Listed, "has no outcome at all");
        if (Fixed(node, DueDays) is { Kind: ValueKind.Number, Number: < 0 }) report.Add(node, DueDays, "is due after a negative number of days");
        if (Fixed(node, Overdue) is not { Kind: ValueKind.String } overdue) return;
        if (overdue.Text.Length == 0) report.Add(node, Overdue, "has an overdue outcome without a name");
        if (node.Inputs[DueDays] is null || Fixed(node, DueDays) is { IsNullish: true }) report.Add(node, Overdue, "has an overdue outcome but no 'dueWorkingDays'");
    }

    public override IReadOnlyList<string> OutcomesOf(ActivityNode node)
    {
        List<string> names = Fixed(node, Listed) is { Kind: ValueKind.Array } listed ? [.. listed.Items.Select(name => name.Text)] : [];
        if (Fixed(node, Overdue) is { Kind: ValueKind.String } overdue && !names.Contains(overdue.Text)) names.Add(overdue.Text);
        return names;
    }

    public override IReadOnlyList<string> ResumableOutcomes(ActivityNode node) => [.. Fixed(node, Listed)!.Value.Items.Select(name => name.Text)];

    public override void Execute(Burst burst, Frame frame)
    {
        Record inputs = burst.AllInputs(frame);
        Value days = burst.Input(frame, DueDays), reminders = burst.Input(frame, RemindDays), overdue = burst.Input(frame, Overdue);
        if (days.IsNullish)
        {
            burst.Wait(frame, new BookmarkPlan(inputs));
            return;
        }

        if (days.Number is < 0 or > 10_000) throw new ScriptFailure("the number of working days is not between 0 and 10,000");
        DateTimeOffset due = burst.Context.Calendar.DueAfter(burst.Context.Now, (int)days.Number);
        burst.Wait(frame, new BookmarkPlan(inputs)
        {
            Due = due,
            DueOutcome = overdue.IsNullish ? null : overdue.Text,
            Reminders = reminders.IsNullish ? [] : [.. Remind(burst, due, reminders.Items)],
        });
    }

    /// <summary>The starts of the working days that lie so many working days before the due day; what has passed already is left out.</summary>
    static IEnumerable<DateTimeOffset> Remind(Burst burst, DateTimeOffset due, Value[] daysBefore) =>
        daysBefore.Select(days => (int)days.Number)
            .Where(days => days is >= 0 and <= 10_000)
            .Distinct()
            .OrderByDescending(days => days)
            .Select(days => burst.Context.Calendar.StartBefore(due, days))
            .Where(at => at > burst.Context.Now);
}
