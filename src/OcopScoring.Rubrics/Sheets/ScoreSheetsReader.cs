using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Reads score sheets (<c>ocop-sheets/1</c>) strictly against the rubric that they belong to. All faults are listed.</summary>
public static class ScoreSheetsReader
{
    static readonly HashSet<string> Known = ["schema", "rubric", "seats", "sheets"];
    static readonly HashSet<string> SeatProperties = ["seat", "role", "voting"];
    static readonly HashSet<string> SheetProperties = ["seat", "status", "choices", "flags"];

    /// <summary>Never throws for the content. A document with another schema or of another rubric has one fault, as nothing else can be judged.</summary>
    public static Reading<ScoreSheets> Read(ReadOnlyMemory<byte> utf8, Rubric rubric) =>
        StrictJson.Read(utf8, (root, faults) => Read(root, rubric, JsonPath.Root, faults));

    /// <summary>Reads sheets that stand inside another document, such as a sealed result.</summary>
    public static Reading<ScoreSheets> Read(JsonElement element, Rubric rubric, string path) => Read(element, rubric, path, new FaultList());

    static Reading<ScoreSheets> Read(JsonElement element, Rubric rubric, string path, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        if (!StrictObject.HasSchema(element, path, ScoreSheets.Schema, faults)) return Reading.Refused<ScoreSheets>(faults.ToList());
        var root = StrictObject.Open(element, path, faults, Known)!;
        if (root.Text("rubric") is { } code && code != rubric.SetCode)
        {
            faults.Add(root.At("rubric"), $"The sheets belong to the rubric {JsonPath.Quoted(code)}, not to {rubric.SetCode}.");
            return Reading.Refused<ScoreSheets>(faults.ToList());
        }

        var seats = ReadSeats(root, faults);
        var sheets = ReadSheets(root, rubric, faults);
        SeatChecks.Run(rubric, path, seats, sheets, faults);
        return faults.Result(() => new ScoreSheets(
            rubric,
            [.. seats!.Select(seat => new SeatEntry(seat.Id!, seat.Role!.Value, seat.Voting!.Value))],
            [.. sheets.Select(sheet => sheet.ToSheet())]));
    }

    static List<SeatDraft>? ReadSeats(StrictObject root, FaultList faults)
    {
        if (root.List("seats") is not { } elements) return null;
        var seats = new List<SeatDraft>();
        for (var i = 0; i < elements.Count; i++)
        {
            var path = JsonPath.Element(root.At("seats"), i);
            seats.Add(StrictObject.Open(elements[i], path, faults, SeatProperties) is { } seat
                ? new SeatDraft(path, seat.Text("seat"), seat.Word("role", SheetWords.Roles), seat.Truth("voting"))
                : new SeatDraft(path, null, null, null));
        }

        return seats;
    }

    static List<SheetDraft> ReadSheets(StrictObject root, Rubric rubric, FaultList faults)
    {
        var elements = root.List("sheets") ?? [];
        var sheets = new List<SheetDraft>();
        for (var i = 0; i < elements.Count; i++)
            if (StrictObject.Open(elements[i], JsonPath.Element(root.At("sheets"), i), faults, SheetProperties) is { } sheet)
                sheets.Add(ReadSheet(sheet, rubric, faults));
        return sheets;
    }

    static SheetDraft ReadSheet(StrictObject sheet, Rubric rubric, FaultList faults)
    {
        var seat = sheet.Text("seat");
        var status = sheet.Word("status", SheetWords.Statuses);
        var conflict = sheet.At(sheet.Has("seat") && sheet.Has("status") ? sheet.Later("seat", "status") : "status");
        if (status != SheetStatus.Submitted)
        {
            if (status is not null)
                foreach (var name in (ReadOnlySpan<string>)["choices", "flags"])
                    if (sheet.Has(name))
                        faults.Add(sheet.At(sheet.Later("status", name)), $"Only a submitted sheet has {name}; the status is '{SheetWords.Of(status.Value)}'.");
            return new SheetDraft(sheet.Path, seat, status, conflict, null, []);
        }

        Choices? choices = null;
        if (sheet.Required("choices") is { } given)
        {
            var reading = ChoicesReader.Read(given, rubric, sheet.At("choices"));
            faults.AddRange(reading.Faults);
            choices = reading.Value;
        }

        return new SheetDraft(sheet.Path, seat, status, conflict, choices, ReadFlags(sheet, faults));
    }

    static List<(string Path, string Id)> ReadFlags(StrictObject sheet, FaultList faults)
    {
        var flags = new List<(string Path, string Id)>();
        var elements = sheet.OptionalList("flags") ?? [];
        for (var i = 0; i < elements.Count; i++)
        {
            var path = JsonPath.Element(sheet.At("flags"), i);
            if (StrictJson.TryText(elements[i], out var flag)) flags.Add((path, flag));
            else faults.Add(path, $"The id of a knock-out is expected here, not {StrictJson.Kind(elements[i])}.");
        }

        return flags;
    }
}
