using System.Globalization;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// A cron expression of six fields (second, minute, hour, day of month, month, day of week), or of five without the second, in UTC.
/// Fields take <c>*</c>, <c>?</c>, numbers, names of months and days, lists, ranges and steps. When both day fields are
/// restricted a day must satisfy both, as in Elsa.
/// </summary>
sealed class CronSchedule
{
    static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    readonly ulong[] fields;

    CronSchedule(ulong[] fields) => this.fields = fields;

    public static CronSchedule? Parse(string text, out string? fault)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        fault = $"'{text}' is no cron expression of five or six fields";
        if (parts.Length == 5) parts = ["0", .. parts];
        if (parts.Length != 6) return null;
        (int Low, int High, string[]? Names)[] ranges = [(0, 59, null), (0, 59, null), (0, 23, null), (1, 31, null), (1, 12, Months), (0, 7, Days)];
        var fields = new ulong[6];
        for (int i = 0; i < 6; i++)
        {
            fields[i] = ParseField(parts[i], ranges[i].Low, ranges[i].High, ranges[i].Names);
            if (fields[i] == 0) return null;
        }

        if ((fields[5] & (1UL << 7)) != 0) fields[5] |= 1;
        fault = null;
        return new CronSchedule(fields);
    }

    /// <summary>The bits of the values that a field allows; 0 when it cannot be read.</summary>
    static ulong ParseField(string field, int low, int high, string[]? names)
    {
        ulong bits = 0;
        foreach (string item in field.Split(','))
        {
            string[] stepped = item.Split('/');
            int step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && (!TryNumber(stepped[1], out step) || step < 1))) return 0;
            string[] ends = stepped[0].Split('-');
            int from, to;
            if (ends is ["*"] or ["?"]) (from, to) = (low, high == 7 ? 6 : high);
            else if (ends.Length == 1 && Find(ends[0], low, names, out from)) to = stepped.Length == 2 ? high : from;
            else if (ends.Length != 2 || !Find(ends[0], low, names, out from) || !Find(ends[1], low, names, out to)) return 0;
            if (from < low || to > high || from > to) return 0;
            for (int value = from; value <= to; value += step) bits |= 1UL << value;
        }

        return bits;
    }

    static bool Find(string text, int low, string[]? names, out int value)
    {
        int named = names is null ? -1 : Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = named + low;
        return named >= 0 || TryNumber(text, out value);
    }

    static bool TryNumber(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    bool Allows(int field, int value) => (fields[field] & (1UL << value)) != 0;

    /// <summary>The first time strictly after an instant; null when there is none within some 30 years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        DateTime at = after.UtcDateTime;
        at = new DateTime(at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second, DateTimeKind.Utc).AddSeconds(1);
        for (int year = at.Year; at.Year <= year + 30 && at.Year < 9999;)
        {
            if (!Allows(4, at.Month)) at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            else if (!Allows(3, at.Day) || !Allows(5, (int)at.DayOfWeek)) at = at.Date.AddDays(1);
            else if (!Allows(2, at.Hour)) at = at.Date.AddHours(at.Hour + 1);
            else if (!Allows(1, at.Minute)) at = at.Date.AddHours(at.Hour).AddMinutes(at.Minute + 1);
            else if (!Allows(0, at.Second)) at = at.AddSeconds(1);
            else return new DateTimeOffset(at, TimeSpan.Zero);
        }

        return null;
    }
}
