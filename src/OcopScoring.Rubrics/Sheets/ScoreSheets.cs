using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>
/// The seats of a council and the sheets of one round (<c>ocop-sheets/1</c>), checked: unique seats, at most one chair, at least one vote,
/// one sheet a seat at most, none submitted without a vote. A seat without a sheet is absent. Never changed.
/// </summary>
public sealed class ScoreSheets
{
    public const string Schema = "ocop-sheets/1";

    internal ScoreSheets(Rubric rubric, IReadOnlyList<SeatEntry> seats, IReadOnlyList<Sheet> sheets)
    {
        Rubric = rubric;
        Seats = seats;
        Sheets = sheets;
        Ballots = Ballot.Of(rubric, seats, sheets);
    }

    public Rubric Rubric { get; }

    public IReadOnlyList<SeatEntry> Seats { get; }

    /// <summary>In the order given; not every seat has one.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    internal Ballot[] Ballots { get; }

    /// <summary>Puts seats and sheets together, checked by the rules of the document; faults are named as in it (<c>sheets[2].seat</c>).</summary>
    public static Reading<ScoreSheets> Create(Rubric rubric, IReadOnlyList<SeatEntry> seats, IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(sheets);
        var faults = new FaultList();
        SeatChecks.Run(
            rubric,
            JsonPath.Root,
            [.. seats.Select((seat, i) => new SeatDraft(JsonPath.Element("seats", i), seat.Seat, seat.Role, seat.Voting))],
            [.. sheets.Select((sheet, i) => SheetDraft.Of(sheet, JsonPath.Element("sheets", i)))],
            faults);
        return faults.Result(() => new ScoreSheets(rubric, [.. seats], [.. sheets]));
    }

    /// <summary>Writes the document; reading it gives the same seats and sheets.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("rubric", Rubric.SetCode);
        writer.WriteStartArray("seats");
        foreach (var seat in Seats)
        {
            writer.WriteStartObject();
            writer.WriteString("seat", seat.Seat);
            writer.WriteString("role", SheetWords.Of(seat.Role));
            writer.WriteBoolean("voting", seat.Voting);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("sheets");
        foreach (var sheet in Sheets) WriteSheet(writer, sheet);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public string ToJson() => JsonText.Of(WriteJson);

    static void WriteSheet(Utf8JsonWriter writer, Sheet sheet)
    {
        writer.WriteStartObject();
        writer.WriteString("seat", sheet.Seat);
        writer.WriteString("status", SheetWords.Of(sheet.Status));
        if (sheet.Choices is { } choices)
        {
            writer.WritePropertyName("choices");
            choices.WriteJson(writer);
            writer.WriteStartArray("flags");
            foreach (var flag in sheet.Flags) writer.WriteStringValue(flag);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
