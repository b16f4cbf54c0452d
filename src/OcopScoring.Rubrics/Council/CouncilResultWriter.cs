using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Writes a council result: fractions in lowest terms as strings, the mean also with four places, half up, for display.</summary>
static class CouncilResultWriter
{
    public static void Write(CouncilResult result, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("rubric", result.Rubric);
        writer.WriteString("status", ResultWords.Of(result.Status));
        writer.WriteNumber("voting", result.Voting);
        writer.WriteNumber("counted", result.Counted);
        writer.WriteString("attendance", result.Attendance.ToString());
        writer.WriteString("mean", result.Mean?.ToString());
        writer.WriteString("meanDecimal", result.Mean?.ToDecimalString(4));
        WriteParts(result.Parts, writer);
        WriteNumber(writer, "spread", result.Spread);
        WriteNumber(writer, "starsByPoints", result.StarsByPoints);
        WriteNumber(writer, "starCap", result.StarCap);
        WriteNumber(writer, "stars", result.Stars);
        writer.WriteBoolean("certifiable", result.Certifiable);
        WriteUnmet(result.UnmetMarks, writer);
        writer.WriteStartArray("flags");
        foreach (var flag in result.Flags) writer.WriteStringValue(flag);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    static void WriteParts(PartMeans? parts, Utf8JsonWriter writer)
    {
        if (parts is null)
        {
            writer.WriteNull("parts");
            return;
        }

        writer.WriteStartObject("parts");
        writer.WriteString("A", parts.A.ToString());
        writer.WriteString("B", parts.B.ToString());
        writer.WriteString("C", parts.C.ToString());
        writer.WriteEndObject();
    }

    static void WriteUnmet(IReadOnlyList<UnmetMark>? unmet, Utf8JsonWriter writer)
    {
        if (unmet is null)
        {
            writer.WriteNull("unmetMarks");
            return;
        }

        writer.WriteStartArray("unmetMarks");
        foreach (var mark in unmet)
        {
            writer.WriteStartObject();
            writer.WriteString("criterion", mark.Criterion);
            writer.WriteNumber("star", mark.Star);
            writer.WriteNumber("minPoints", mark.MinPoints);
            writer.WriteString("value", mark.Value.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
