using System.Globalization;
using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Reads the properties of a rubric and their types.</summary>
static class RubricDraftReader
{
    static readonly HashSet<string> Known =
    [
        "schema", "regime", "effective_from", "effective_to", "set_no", "set_code", "set_code_note", "label_vi", "label_en", "sector", "group_vi",
        "managing_agencies", "samples_required", "total_max", "part_max", "dossier_disqualifiers", "min_star_rule", "min_star_marks", "parts", "source",
        "checks", "quirks",
    ];

    static readonly HashSet<string> SectorProperties = ["code", "vi", "en"];
    static readonly HashSet<string> SourceProperties = ["act", "official_url", "transcript_read", "read_from", "note"];
    static readonly HashSet<string> CheckProperties = ["sum_of_leaf_max", "A", "B", "C", "reconstructed_option_values"];
    static readonly HashSet<string> MarkProperties = ["criterion", "option", "min_points", "star"];

    public static RubricDraft? Read(JsonElement element, string path, FaultList faults)
    {
        if (StrictObject.Open(element, path, faults, Known) is not { } root) return null;
        var from = Day(root, "effective_from", root.Text("effective_from"), faults);
        var to = Day(root, "effective_to", root.TextOrNull("effective_to"), faults);
        if (to < from) faults.Add(root.At("effective_to"), "The rubric lapses before it comes into force.");
        root.OptionalText("set_code_note");
        root.TextOrNull("min_star_rule");
        root.OptionalTexts("quirks");
        ReadSector(root, faults);
        ReadSource(root, faults);
        ReadChecks(root, faults);
        var (marks, complete) = ReadMarks(root, faults);
        return new RubricDraft
        {
            Path = path,
            Regime = root.Text("regime"),
            EffectiveFrom = from,
            EffectiveTo = to,
            SetNo = root.Whole("set_no", least: 1),
            SetCode = root.Text("set_code"),
            LabelVi = root.Text("label_vi"),
            LabelEn = root.OptionalText("label_en"),
            GroupVi = root.OptionalText("group_vi"),
            ManagingAgencies = root.OptionalTexts("managing_agencies"),
            SamplesRequired = root.OptionalWhole("samples_required"),
            TotalMax = root.Whole("total_max"),
            PartMax = ReadPartMax(root, faults),
            Disqualifiers = root.OptionalTexts("dossier_disqualifiers"),
            Marks = marks,
            MarksComplete = complete,
            Parts = PartDraftReader.ReadAll(root, faults),
        };
    }

    static DateOnly? Day(StrictObject root, string name, string? text, FaultList faults)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        faults.Add(root.At(name), $"A day such as 2026-05-22 is expected here, not {JsonPath.Quoted(text)}.");
        return null;
    }

    static Dictionary<string, int?> ReadPartMax(StrictObject root, FaultList faults)
    {
        var parts = new Dictionary<string, int?>(StringComparer.Ordinal);
        if (root.Required("part_max") is not { } value) return parts;
        if (StrictObject.Open(value, root.At("part_max"), faults, PartDraftReader.PartIds) is not { } repeated) return parts;
        foreach (var id in PartDraftReader.PartIdsInOrder) parts[id] = repeated.Whole(id);
        return parts;
    }

    static void ReadSector(StrictObject root, FaultList faults)
    {
        if (root.Optional("sector") is not { } value) return;
        if (StrictObject.Open(value, root.At("sector"), faults, SectorProperties) is not { } sector) return;
        sector.Text("code");
        sector.Text("vi");
        sector.Text("en");
    }

    static void ReadSource(StrictObject root, FaultList faults)
    {
        if (root.Required("source") is not { } value) return;
        if (StrictObject.Open(value, root.At("source"), faults, SourceProperties) is not { } source) return;
        source.Text("act");
        source.OptionalText("official_url");
        source.OptionalText("transcript_read");
        source.OptionalText("read_from");
        source.AnyText("note");
    }

    // The sums are a note of whoever wrote the file; what must add up is checked against the criteria themselves.
    static void ReadChecks(StrictObject root, FaultList faults)
    {
        if (root.Required("checks") is not { } value) return;
        if (StrictObject.Open(value, root.At("checks"), faults, CheckProperties) is not { } checks) return;
        checks.Whole("sum_of_leaf_max");
        foreach (var id in PartDraftReader.PartIdsInOrder) checks.Whole(id);
        checks.OptionalTexts("reconstructed_option_values");
    }

    static (List<MarkDraft> Marks, bool Complete) ReadMarks(StrictObject root, FaultList faults)
    {
        var marks = new List<MarkDraft>();
        if (root.OptionalList("min_star_marks") is not { } rows) return (marks, false);
        for (var i = 0; i < rows.Count; i++)
        {
            var path = JsonPath.Element(root.At("min_star_marks"), i);
            if (StrictObject.Open(rows[i], path, faults, MarkProperties) is not { } row) continue;
            var criterion = row.Text("criterion");
            var option = row.Text("option");
            var points = row.Whole("min_points");
            var star = PartDraftReader.Star(row, "star", row.Whole("star"), faults);
            if (criterion is not null && option is not null && points is not null && star is not null)
                marks.Add(new MarkDraft(path, criterion, option, points.Value, star.Value));
        }

        return (marks, marks.Count == rows.Count);
    }
}
