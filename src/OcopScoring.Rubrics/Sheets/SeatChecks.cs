namespace OcopScoring.Rubrics;

/// <summary>A seat as it was read: null stands where something was refused.</summary>
sealed record SeatDraft(string Path, string? Id, SeatRole? Role, bool? Voting);

/// <summary>A sheet as it was read: null stands where something was refused. <c>ConflictPath</c> names a status that the seat may not have.</summary>
sealed record SheetDraft(string Path, string? Seat, SheetStatus? Status, string ConflictPath, Choices? Choices, IReadOnlyList<(string Path, string Id)> Flags)
{
    public static SheetDraft Of(Sheet sheet, string path) => new(
        path, sheet.Seat, sheet.Status, JsonPath.Property(path, "status"), sheet.Choices,
        [.. sheet.Flags.Select((flag, i) => (JsonPath.Element(JsonPath.Property(path, "flags"), i), flag))]);

    public Sheet ToSheet() => Status switch
    {
        SheetStatus.Submitted => Sheet.Submitted(Seat!, Choices!, [.. Flags.Select(flag => flag.Id)]),
        SheetStatus.Recused => Sheet.Recused(Seat!),
        _ => Sheet.Absent(Seat!),
    };
}

/// <summary>Checks seats and sheets against each other and against the rubric.</summary>
static class SeatChecks
{
    public static void Run(Rubric rubric, string root, IReadOnlyList<SeatDraft>? seats, IReadOnlyList<SheetDraft> sheets, FaultList faults)
    {
        if (seats is not null) CheckSeats(root, seats, faults);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = new Dictionary<string, SeatDraft>(StringComparer.Ordinal);
        foreach (var seat in seats ?? [])
            if (seat.Id is not null) known.TryAdd(seat.Id, seat);
        var allKnown = seats is not null && seats.All(seat => seat.Id is not null);
        foreach (var sheet in sheets)
        {
            CheckSeat(sheet, known, allKnown, first, faults);
            CheckFlags(rubric, sheet, faults);
            if (sheet.Choices is { } choices && choices.Rubric != rubric)
                throw new ArgumentException($"The choices of {sheet.Path} belong to another rubric than {rubric.SetCode}, or to another reading of it.", nameof(sheets));
        }
    }

    static void CheckSeats(string root, IReadOnlyList<SeatDraft> seats, FaultList faults)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        SeatDraft? chair = null;
        foreach (var seat in seats)
        {
            var path = JsonPath.Property(seat.Path, "seat");
            if (seat.Id is { } id && !first.TryAdd(id, path))
                faults.Add(path, $"The seat {JsonPath.Quoted(id)} is already given at {first[id]}.");
            if (seat.Role != SeatRole.Chair) continue;
            if (chair is not null) faults.Add(JsonPath.Property(seat.Path, "role"), $"The council already has a chair at {chair.Path}.");
            chair ??= seat;
        }

        if (seats.All(seat => seat.Voting == false)) faults.Add(JsonPath.Property(root, "seats"), "At least one seat must vote.");
    }

    static void CheckSeat(
        SheetDraft sheet, Dictionary<string, SeatDraft> known, bool allKnown, Dictionary<string, string> first, FaultList faults)
    {
        if (sheet.Seat is not { } id) return;
        var path = JsonPath.Property(sheet.Path, "seat");
        if (!first.TryAdd(id, path)) faults.Add(path, $"The seat {JsonPath.Quoted(id)} already has a sheet at {first[id]}.");
        if (!known.TryGetValue(id, out var seat))
        {
            if (allKnown) faults.Add(path, $"There is no seat {JsonPath.Quoted(id)}.");
        }
        else if (seat.Voting == false && sheet.Status == SheetStatus.Submitted)
        {
            faults.Add(sheet.ConflictPath, $"The seat {JsonPath.Quoted(id)} does not vote ({JsonPath.Property(seat.Path, "voting")}), so it submits no sheet.");
        }
    }

    static void CheckFlags(Rubric rubric, SheetDraft sheet, FaultList faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, flag) in sheet.Flags)
        {
            if (Array.BinarySearch(rubric.Index.Flags, flag, StringComparer.Ordinal) < 0)
                faults.Add(path, $"The rubric {rubric.SetCode} has no knock-out {JsonPath.Quoted(flag)}.");
            else if (!seen.Add(flag))
                faults.Add(path, $"The knock-out {JsonPath.Quoted(flag)} is raised twice.");
        }
    }
}
