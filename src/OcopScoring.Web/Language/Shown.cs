using System.Globalization;
using OcopScoring.Core;
using OcopScoring.Rubrics;

namespace OcopScoring.Web.Language;

/// <summary>Dates, numbers and points as people read them in the language of the request.</summary>
public static class Shown
{
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    static CultureInfo Culture => Languages.Current == Languages.English ? English : Vietnamese;

    /// <summary>`30/10/2026`; in English `30 October 2026`.</summary>
    public static string Date(DateOnly day) => Languages.Current == Languages.English
        ? day.ToString("d MMMM yyyy", English)
        : day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The Vietnamese day of an instant.</summary>
    public static string Date(DateTimeOffset instant) => Date(Now.DayOf(instant));

    /// <summary>`09:30 30/10/2026` in Vietnamese time.</summary>
    public static string Moment(DateTimeOffset instant) =>
        $"{instant.ToOffset(VietnamTime).ToString("HH':'mm", CultureInfo.InvariantCulture)} {Date(instant)}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("N0", Culture);

    /// <summary>Points with up to two decimals, half up: `86,5`. For display only; nothing is computed with it.</summary>
    public static string Points(Fraction points)
    {
        var text = points.ToDecimalString(2).TrimEnd('0').TrimEnd('.');
        return Languages.Current == Languages.English ? text : text.Replace('.', ',');
    }

    /// <summary>A size of a file: `1,4 MB`.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024).ToString("N0", Culture)} KB"
        : $"{(bytes / 1048576m).ToString("0.#", Culture)} MB";

    public static string In(this Text text) => text.In(Languages.Current);
}
