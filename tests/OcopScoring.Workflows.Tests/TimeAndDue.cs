using System.Globalization;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class TimeAndDue
{
    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static string Utc(DateTimeOffset? time) => time!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    // Monday 5 January 2026, 15:00 in Vietnam; the days end at 17:00 UTC.
    [TestCase("2026-01-05T08:00:00Z", 0, "2026-01-05T17:00:00")]
    [TestCase("2026-01-05T08:00:00Z", 1, "2026-01-06T17:00:00")]
    [TestCase("2026-01-05T08:00:00Z", 5, "2026-01-12T17:00:00")]
    [TestCase("2026-01-05T17:30:00Z", 1, "2026-01-07T17:00:00")]
    [TestCase("2026-01-09T10:00:00Z", 1, "2026-01-12T17:00:00")]
    [TestCase("2026-01-10T10:00:00Z", 1, "2026-01-12T17:00:00")]
    [TestCase("2026-02-13T03:00:00Z", 1, "2026-02-23T17:00:00")]
    [TestCase("2026-12-31T10:00:00Z", 2, "2027-01-04T17:00:00")]
    public void A_task_is_due_at_the_end_of_the_nth_working_day_after_its_day(string start, int days, string due)
    {
        var calendar = new WorkingCalendar([new(2026, 2, 16), new(2026, 2, 17), new(2026, 2, 18), new(2026, 2, 19), new(2026, 2, 20)]);
        Assert.That(Utc(calendar.DueAfter(At(start), days)), Is.EqualTo(due));
    }

    [Test]
    public void Working_days_between_count_the_last_day_and_not_the_first()
    {
        WorkingCalendar calendar = WorkingCalendar.Plain;
        Assert.Multiple(() =>
        {
            Assert.That(calendar.WorkingDaysBetween(At("2026-01-05T08:00:00Z"), At("2026-01-12T08:00:00Z")), Is.EqualTo(5));
            Assert.That(calendar.WorkingDaysBetween(At("2026-01-12T08:00:00Z"), At("2026-01-05T08:00:00Z")), Is.EqualTo(-5));
            Assert.That(calendar.WorkingDaysBetween(At("2026-01-09T08:00:00Z"), At("2026-01-11T08:00:00Z")), Is.EqualTo(0));
            Assert.That(calendar.IsWorkingDay(new(2026, 1, 10)), Is.False);
        });
    }

    static Flow Task(string? overdue)
    {
        JsonObject task = Flow.TaskOf("t", "Ok", "Again");
        task["dueWorkingDays"] = 2;
        task["remindDaysBefore"] = Flow.Js("[1, 0, 30, 1]");
        if (overdue is not null) task["overdueOutcome"] = overdue;
        Flow flow = Flow.Of("start > t", "t:Ok > end", "t:Again > t").Add(task);
        return overdue is null ? flow : flow.Connect($"t:{overdue} > late").Connect("late > end").Line("late", "trễ");
    }

    [Test]
    public void An_overdue_task_takes_its_overdue_outcome_when_the_day_is_over()
    {
        Rehearsal run = Task("Late").Run("--at", "2026-01-07T16:59:59Z");
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Suspended));
        Assert.That(run.MoveTo(At("2026-01-07T17:00:00Z")), Is.Null);
        Assert.That(run.Log, Is.EqualTo(new[] { "trễ" }));
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "t", "late", "end" }));
    }

    [Test]
    public void The_overdue_outcome_is_not_for_hands_unless_it_is_listed()
    {
        Rehearsal run = Task("Late").Run();
        Assert.That(run.State.Bookmarks.Single().Outcomes, Is.EqualTo(new[] { "Ok", "Again" }));
        Assert.That(run.Resume("t", "Late", null)!.Code, Is.EqualTo("unknown-outcome"));
    }

    [Test]
    public void A_late_task_without_overdue_outcome_stays_open()
    {
        Rehearsal run = Task(null).Run("--at", "2027-01-01T00:00:00Z");
        Assert.That(run.State.Bookmarks.Single().ActivityId, Is.EqualTo("t"));
        Assert.That(run.Resume("t", "Ok", null), Is.Null);
    }

    [Test]
    public void Each_visit_is_due_anew()
    {
        Rehearsal run = Task("Late").Run("--at", "2026-01-06T03:00:00Z", "--resume", "t:Again");
        Assert.That(Utc(run.State.Bookmarks.Single().Due), Is.EqualTo("2026-01-08T17:00:00"));
        Assert.That(run.State.Bookmarks.Single().Id, Is.EqualTo(2));
    }

    [Test]
    public void Reminders_stand_at_the_start_of_working_days_that_did_not_pass_yet()
    {
        Bookmark bookmark = Task("Late").Run().State.Bookmarks.Single();
        Assert.That(bookmark.Reminders.Select(each => Utc(each)), Is.EqualTo(new[] { "2026-01-05T17:00:00", "2026-01-06T17:00:00" }));
        Assert.That(bookmark.Due, Is.GreaterThan(bookmark.Reminders[1]));
    }

    static Flow Waits(string type, string input, string value) => Flow.Of("start > w", "w > x", "x > end").Add(new JsonObject { ["id"] = "w", ["type"] = type, [input] = value }).Line("x", "đến giờ");

    [TestCase("Elsa.Delay", "timeSpan", "1.02:00:00", "2026-01-06T10:00:00")]
    [TestCase("Elsa.Timer", "interval", "00:30:00", "2026-01-05T08:30:00")]
    [TestCase("Elsa.StartAt", "dateTime", "2026-01-06T00:00:00+07:00", "2026-01-05T17:00:00")]
    [TestCase("Elsa.Cron", "cronExpression", "0 0 6 * * MON-FRI", "2026-01-06T06:00:00")]
    [TestCase("Elsa.Cron", "cronExpression", "30 9 * * *", "2026-01-05T09:30:00")]
    [TestCase("Elsa.Cron", "cronExpression", "*/20 * * * * ?", "2026-01-05T08:00:20")]
    [TestCase("Elsa.Cron", "cronExpression", "0 0 0 29 2 *", "2028-02-29T00:00:00")]
    [TestCase("Elsa.Cron", "cronExpression", "0 15 10,14 1-5 JAN,JUL 1/2", "2026-01-05T10:15:00")]
    public void Timers_fire_at_their_own_time(string type, string input, string value, string due)
    {
        Rehearsal run = Waits(type, input, value).Run();
        Assert.That(Utc(run.State.Bookmarks.Single().Due), Is.EqualTo(due));
        Assert.That(run.MoveTo(At(due + "Z").AddTicks(-1)), Is.Null);
        Assert.That(run.Log, Is.Empty);
        Assert.That(run.MoveTo(At("2029-01-01T00:00:00Z")), Is.Null);
        Assert.That(run.Log, Is.EqualTo(new[] { "đến giờ" }));
    }

    [Test]
    public void A_point_in_time_that_has_passed_does_not_wait() => Assert.That(Waits("Elsa.StartAt", "dateTime", "2026-01-05T08:00:00Z").Run().Log, Has.Count.EqualTo(1));

    [Test]
    public void Timers_may_be_resumed_by_hand() => Assert.That(Waits("Elsa.Delay", "timeSpan", "365.00:00:00").Run("--resume", "w").Log, Has.Count.EqualTo(1));

    [TestCase("Elsa.Cron", "cronExpression", "every day")]
    [TestCase("Elsa.Cron", "cronExpression", "0 60 * * * *")]
    [TestCase("Elsa.Cron", "cronExpression", "0 5-1 * * * *")]
    [TestCase("Elsa.Delay", "timeSpan", "soon")]
    [TestCase("Elsa.StartAt", "dateTime", "tomorrow")]
    public void Times_that_are_none_are_refused(string type, string input, string value) =>
        Assert.That(Play.Faults(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Waits(type, input, value).ToJson())).Single(), Does.StartWith($"root.activities[2].{input}: 'w'"));

    [Test]
    public void What_falls_due_on_the_way_fires_in_order_and_starts_the_next_at_its_own_time()
    {
        JsonObject Delay(string id, string span) => new() { ["id"] = id, ["type"] = "Elsa.Delay", ["timeSpan"] = span };
        Flow flow = Flow.Of("start > a", "start > b", "a > a2", "a2 > xa", "b > xb", "xa > m", "xb > m", "m > end")
            .Add(Delay("a", "01:00:00")).Add(Delay("a2", "01:00:00")).Add(Delay("b", "01:30:00")).Line("xa", "a").Line("xb", "b").Line("m");
        Rehearsal run = flow.Run("--at", "2026-01-05T10:00:00Z");
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "a", "b", "xb", "a2", "xa", "m", "end" }));
    }

    [Test]
    public void The_clock_does_not_go_back_and_early_timers_are_refused()
    {
        Rehearsal run = Waits("Elsa.Delay", "timeSpan", "01:00:00").Run();
        Assert.That(run.MoveTo(At("2026-01-05T07:00:00Z"))!.Code, Is.EqualTo("earlier"));
        Decision early = Engine.Decide(Waits("Elsa.Delay", "timeSpan", "01:00:00").Read(), run.State, new Stimulus.TimerFired(1), new EngineContext(run.Now, WorkingCalendar.Plain, "i"));
        Assert.That(early.Refusal!.Code, Is.EqualTo("not-due"));
    }
}
