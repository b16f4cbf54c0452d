using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Reads council rules (<c>ocop-council-rules/1</c>) strictly. Every field but <c>schema</c> may be left out and then has its default.</summary>
public static class CouncilRulesReader
{
    static readonly HashSet<string> Known =
        ["schema", "minAttendance", "chairRequired", "maxSpread", "onSpread", "marksBasis", "knockoutBasis"];

    /// <summary>Never throws for the content of the document.</summary>
    public static Reading<CouncilRules> Read(ReadOnlyMemory<byte> utf8) =>
        StrictJson.Read(utf8, (root, faults) => Read(root, JsonPath.Root, faults));

    /// <summary>Reads rules that stand inside another document, such as a regime.</summary>
    public static Reading<CouncilRules> Read(JsonElement element, string path) => Read(element, path, new FaultList());

    static Reading<CouncilRules> Read(JsonElement element, string path, FaultList faults)
    {
        if (!StrictObject.HasSchema(element, path, CouncilRules.Schema, faults)) return Reading.Refused<CouncilRules>(faults.ToList());
        var root = StrictObject.Open(element, path, faults, Known)!;
        var standard = CouncilRules.Default;
        var attendance = root.Has("minAttendance") ? Attendance(root, faults) : standard.MinAttendance;
        var chair = root.Has("chairRequired") ? root.Truth("chairRequired") : standard.ChairRequired;
        var spread = root.Has("maxSpread") ? Spread(root, faults) : standard.MaxSpread;
        var onSpread = root.Has("onSpread") ? root.Word("onSpread", RuleWords.Spreads) : standard.OnSpread;
        var marks = root.Has("marksBasis") ? root.Word("marksBasis", RuleWords.Marks) : standard.MarksBasis;
        var knockouts = root.Has("knockoutBasis") ? root.Word("knockoutBasis", RuleWords.Knockouts) : standard.KnockoutBasis;
        return faults.Result(() => new CouncilRules
        {
            MinAttendance = attendance!.Value,
            ChairRequired = chair!.Value,
            MaxSpread = spread,
            OnSpread = onSpread!.Value,
            MarksBasis = marks!.Value,
            KnockoutBasis = knockouts!.Value,
        });
    }

    static Fraction? Attendance(StrictObject root, FaultList faults)
    {
        if (root.Text("minAttendance") is not { } text) return null;
        if (!text.StartsWith('-') && Fraction.TryParse(text, out var share) && share <= 1) return share;
        faults.Add(root.At("minAttendance"), $"A share from 0 to 1 such as '3/4' or '1' is expected here, not {JsonPath.Quoted(text)}.");
        return null;
    }

    static int? Spread(StrictObject root, FaultList faults)
    {
        var value = root.Required("maxSpread")!.Value;
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (StrictObject.TryWhole(value, out var limit) && limit.Sign >= 0) return limit > int.MaxValue ? int.MaxValue : (int)limit;
        faults.Add(root.At("maxSpread"), $"A whole number of at least 0, or null for no limit, is expected here, not {StrictJson.Kind(value)}.");
        return null;
    }
}
