using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Reads a stored council result strictly; what follows from other fields (decimal mean, stars, certifiable) must agree with them.</summary>
static class CouncilResultReader
{
    static readonly HashSet<string> Known =
    [
        "rubric", "status", "voting", "counted", "attendance", "mean", "meanDecimal", "parts", "spread", "starsByPoints", "starCap", "stars",
        "certifiable", "unmetMarks", "flags",
    ];

    static readonly HashSet<string> PartProperties = ["A", "B", "C"];
    static readonly HashSet<string> MarkProperties = ["criterion", "star", "minPoints", "value"];

    public static Reading<CouncilResult> Read(JsonElement element, string path)
    {
        var faults = new FaultList();
        if (StrictObject.Open(element, path, faults, Known) is not { } root) return Reading.Refused<CouncilResult>(faults.ToList());
        var rubric = root.Text("rubric");
        var status = root.Word("status", ResultWords.Statuses);
        var voting = root.Whole("voting", least: 1);
        var counted = root.Whole("counted");
        var attendance = Value(root, "attendance", faults);
        var mean = ValueOrNull(root, "mean", faults);
        var parts = Parts(root, faults);
        var spread = WholeOrNull(root, "spread", 0);
        var byPoints = WholeOrNull(root, "starsByPoints", 1);
        var cap = WholeOrNull(root, "starCap", 2);
        var unmet = Unmet(root, faults);
        root.List("flags");
        var flags = root.OptionalTexts("flags");
        var meanDecimal = root.TextOrNull("meanDecimal");
        var stars = WholeOrNull(root, "stars", 1);
        var certifiable = root.Truth("certifiable");
        if (faults.Count > 0) return Reading.Refused<CouncilResult>(faults.ToList());
        var result = new CouncilResult
        {
            Rubric = rubric!,
            Status = status!.Value,
            Voting = voting!.Value,
            Counted = counted!.Value,
            Attendance = attendance!.Value,
            Mean = mean,
            Parts = parts,
            Spread = spread,
            StarsByPoints = byPoints,
            StarCap = cap,
            UnmetMarks = unmet,
            Flags = flags,
        };
        if (result.Mean?.ToDecimalString(4) != meanDecimal) faults.Add(root.At("meanDecimal"), "The decimal mean does not agree with the mean.");
        if (result.Stars != stars) faults.Add(root.At("stars"), "The stars are not the lower of starsByPoints and starCap.");
        if (result.Certifiable != certifiable) faults.Add(root.At("certifiable"), "A result is certifiable from three stars on, and only then.");
        return faults.Result(() => result);
    }

    static Fraction? Value(StrictObject holder, string name, FaultList faults)
    {
        if (holder.Text(name) is not { } text) return null;
        if (Fraction.TryParse(text, out var value) && value.ToString() == text) return value;
        faults.Add(holder.At(name), $"A fraction in lowest terms is expected here, not {JsonPath.Quoted(text)}.");
        return null;
    }

    static Fraction? ValueOrNull(StrictObject holder, string name, FaultList faults) =>
        holder.Optional(name) is { ValueKind: JsonValueKind.Null } ? null : Value(holder, name, faults);

    static int? WholeOrNull(StrictObject root, string name, int least) =>
        root.Optional(name) is { ValueKind: JsonValueKind.Null } ? null : root.Whole(name, least);

    static PartMeans? Parts(StrictObject root, FaultList faults)
    {
        if (root.Required("parts") is not { ValueKind: not JsonValueKind.Null } given) return null;
        if (StrictObject.Open(given, root.At("parts"), faults, PartProperties) is not { } parts) return null;
        var (a, b, c) = (Value(parts, "A", faults), Value(parts, "B", faults), Value(parts, "C", faults));
        return a is null || b is null || c is null ? null : new PartMeans(a.Value, b.Value, c.Value);
    }

    static List<UnmetMark>? Unmet(StrictObject root, FaultList faults)
    {
        if (root.Optional("unmetMarks") is { ValueKind: JsonValueKind.Null }) return null;
        var rows = root.List("unmetMarks") ?? [];
        var unmet = new List<UnmetMark>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (StrictObject.Open(rows[i], JsonPath.Element(root.At("unmetMarks"), i), faults, MarkProperties) is not { } row) continue;
            var (criterion, star, points) = (row.Text("criterion"), row.Whole("star", least: 3), row.Whole("minPoints"));
            if (Value(row, "value", faults) is { } value && criterion is not null && star is not null && points is not null)
                unmet.Add(new UnmetMark(criterion, star.Value, points.Value, value));
        }

        return unmet;
    }
}
