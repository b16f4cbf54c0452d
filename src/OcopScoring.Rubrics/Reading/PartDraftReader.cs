using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>Reads the parts of a rubric with their criteria and options: properties and types.</summary>
static class PartDraftReader
{
    public static readonly IReadOnlyList<string> PartIdsInOrder = ["A", "B", "C"];
    public static readonly HashSet<string> PartIds = ["A", "B", "C"];

    static readonly HashSet<string> PartProperties = ["id", "label_vi", "label_en", "max", "criteria"];
    static readonly HashSet<string> CriterionProperties =
        ["id", "parent", "label_vi", "label_en", "max", "type", "sourced", "rules", "options"];

    static readonly HashSet<string> OptionProperties =
        ["id", "points", "label_vi", "label_kind", "min_star", "case", "sourced", "reconstructed", "transcript_value"];

    static readonly Dictionary<string, CriterionType> Types = new(StringComparer.Ordinal)
    {
        ["group"] = CriterionType.Group,
        ["single_choice"] = CriterionType.SingleChoice,
        ["choice_by_case"] = CriterionType.ChoiceByCase,
        ["yes_no"] = CriterionType.YesNo,
    };

    public static List<PartDraft>? ReadAll(StrictObject root, FaultList faults) =>
        Elements(root, "parts", root.List("parts"), faults, PartProperties, ReadPart);

    /// <summary>A star that a mark can have: below three there is no mark.</summary>
    public static int? Star(StrictObject holder, string name, int? star, FaultList faults)
    {
        if (star is null or (>= 3 and <= 5)) return star;
        faults.Add(holder.At(name), $"A mark is for 3, 4 or 5 stars, not {star}.");
        return null;
    }

    static PartDraft ReadPart(StrictObject part, FaultList faults) => new()
    {
        Path = part.Path,
        Id = part.Text("id"),
        LabelVi = part.Text("label_vi"),
        LabelEn = part.AnyText("label_en"),
        Max = part.Whole("max"),
        Criteria = Elements(part, "criteria", part.List("criteria"), faults, CriterionProperties, ReadCriterion),
    };

    static CriterionDraft ReadCriterion(StrictObject criterion, FaultList faults)
    {
        criterion.OptionalTruth("sourced");
        var type = criterion.Word("type", Types);
        return new CriterionDraft
        {
            Path = criterion.Path,
            Id = criterion.Text("id"),
            ParentId = criterion.TextOrNull("parent"),
            LabelVi = criterion.Text("label_vi"),
            LabelEn = criterion.AnyText("label_en"),
            Max = criterion.Whole("max"),
            Type = type,
            Rules = ReadRules(criterion, faults),
            Options = ReadOptions(criterion, type, faults),
        };
    }

    static string?[] ReadRules(StrictObject criterion, FaultList faults)
    {
        var elements = criterion.OptionalList("rules") ?? [];
        var rules = new string?[elements.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            var path = JsonPath.Element(criterion.At("rules"), i);
            if (!StrictJson.TryText(elements[i], out var rule) || rule.Length == 0)
                faults.Add(path, $"A rule id is expected here, not {StrictJson.Kind(elements[i])}.");
            else if (Array.IndexOf(rules, rule, 0, i) >= 0)
                faults.Add(path, $"The rule {JsonPath.Quoted(rule)} is given twice.");
            else
                rules[i] = rule;
        }

        return rules;
    }

    static List<OptionDraft>? ReadOptions(StrictObject criterion, CriterionType? type, FaultList faults)
    {
        if (type == CriterionType.Group)
        {
            if (criterion.Has("options"))
                faults.Add(criterion.At(criterion.Later("type", "options")), "A group has no options: only leaves are scored.");
            return [];
        }

        var elements = type is null ? criterion.OptionalList("options") : criterion.List("options");
        if (type is not null && elements is { Count: 0 })
        {
            faults.Add(criterion.At("options"), "A leaf has at least one option.");
            return null;
        }

        return Elements(criterion, "options", elements, faults, OptionProperties, ReadOption);
    }

    static OptionDraft ReadOption(StrictObject option, FaultList faults)
    {
        option.Text("label_kind");
        option.Truth("sourced");
        option.OptionalTruth("reconstructed");
        option.OptionalWholeOrNull("transcript_value");
        var minStar = Star(option, "min_star", option.OptionalWholeOrNull("min_star"), faults);
        var marked = option.Optional("min_star") is { ValueKind: not JsonValueKind.Null };
        return new OptionDraft(
            option.Path,
            option.Text("id"),
            option.Whole("points"),
            option.Text("label_vi"),
            minStar,
            minStar is not null || !marked,
            option.OptionalWhole("case", least: 1));
    }

    static List<T>? Elements<T>(
        StrictObject holder, string name, IReadOnlyList<JsonElement>? elements, FaultList faults, HashSet<string> known, Func<StrictObject, FaultList, T> read)
    {
        if (elements is null) return null;
        var drafts = new List<T>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
            if (StrictObject.Open(elements[i], JsonPath.Element(holder.At(name), i), faults, known) is { } element)
                drafts.Add(read(element, faults));
        return drafts.Count == elements.Count ? drafts : null;
    }
}
