namespace OcopScoring.Workflows;

/// <summary>
/// Working days of Vietnam: days of UTC+7 (the country has had no other offset since 1975) without Saturdays, Sundays and the given
/// holidays. A working Saturday that makes up for a holiday is not known to it.
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> holidays)
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    readonly HashSet<DateOnly> holidays = [.. holidays];

    /// <summary>A calendar without holidays.</summary>
    public static WorkingCalendar Plain { get; } = new([]);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The Vietnamese day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>
    /// The end of the n-th working day after the day of <paramref name="start"/>: the instant of the midnight that follows it, in UTC.
    /// The day of the start itself never counts; 0 gives the end of the day of the start.
    /// </summary>
    public DateTimeOffset DueAfter(DateTimeOffset start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        return EndOf(Move(DayOf(start), workingDays, 1));
    }

    /// <summary>The start of the n-th working day before the day whose end is <paramref name="due"/>, in UTC; 0 gives the start of that day.</summary>
    public DateTimeOffset StartBefore(DateTimeOffset due, int workingDays) => EndOf(Move(DayOf(due.AddTicks(-1)), workingDays, -1).AddDays(-1));

    /// <summary>The number of working days after the day of <paramref name="from"/> up to the day of <paramref name="to"/>, which counts; negative when <paramref name="to"/> is the earlier.</summary>
    public int WorkingDaysBetween(DateTimeOffset from, DateTimeOffset to)
    {
        DateOnly first = DayOf(from), last = DayOf(to);
        if (last < first) return -WorkingDaysBetween(to, from);
        int count = 0;
        for (DateOnly day = first.AddDays(1); day <= last; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    DateOnly Move(DateOnly day, int workingDays, int step)
    {
        for (int left = workingDays; left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
