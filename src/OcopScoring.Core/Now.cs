namespace OcopScoring.Core;

/// <summary>
/// The instant at which the current use case happens: the real clock's, or, while a script is played, the dossier's own.
/// Whole microseconds, which is what PostgreSQL keeps.
/// </summary>
public sealed class Now(TimeProvider clock)
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    DateTimeOffset? played;

    public DateTimeOffset Instant => played ?? Truncate(clock.GetUtcNow());

    /// <summary>The Vietnamese calendar day (UTC+7, no daylight saving) of <see cref="Instant"/>.</summary>
    public DateOnly Day => DayOf(Instant);

    public void PlayAt(DateTimeOffset instant) => played = Truncate(instant);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Vietnam).DateTime);

    /// <summary>09:00 Vietnamese time of a day, the hour at which the entries of a script happen.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), Vietnam).ToUniversalTime();

    static DateTimeOffset Truncate(DateTimeOffset instant) => new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
