using System.Globalization;
using System.Text.Json;
using OcopScoring.Core.Cycles;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Evaluation;

/// <summary>Reads the cycle and the expectations of a folder strictly; the first fault of a file ends its reading.</summary>
static class FolderFiles
{
    static readonly HashSet<string> CycleNames = ["schema", "id", "regime", "title", "opensOn", "closesOn", "province", "localities"];
    static readonly HashSet<string> LocalityNames = ["code", "kind", "parent", "name", "from", "to"];
    static readonly HashSet<string> ExpectationNames = ["state", "stars"];

    public static CycleFile ReadCycle(string folder)
    {
        const string File = "cycle.json";
        return Read(folder, File, (root, faults) =>
        {
            if (!StrictObject.HasSchema(root, JsonPath.Root, "ocop-cycle/1", faults) || StrictObject.Open(root, JsonPath.Root, faults, CycleNames) is not { } cycle)
                return null;
            var localities = (cycle.OptionalList("localities") ?? []).Select((unit, i) => Locality(unit, JsonPath.Element("localities", i), faults)).ToList();
            return (cycle.Text("id"), cycle.Text("regime"), cycle.Text("title"), Day(cycle, "opensOn", faults), Day(cycle, "closesOn", faults), cycle.Text("province")) is
                ({ } id, { } regime, { } title, { } opens, { } closes, { } province)
                ? new CycleFile(id, regime, title, opens, closes, province, [.. localities.OfType<LocalityInput>()])
                : null;
        });
    }

    /// <summary>Null when the folder has no expectations.</summary>
    public static IReadOnlyDictionary<string, Expectation>? ReadExpectations(string folder)
    {
        const string File = "expected.json";
        return !System.IO.File.Exists(Path.Combine(folder, File)) ? null : Read(folder, File, (root, faults) =>
        {
            if (root.ValueKind != JsonValueKind.Object)
                faults.Add(JsonPath.Root, "An object is expected here.");
            var expected = new Dictionary<string, Expectation>(StringComparer.Ordinal);
            foreach (var property in root.ValueKind == JsonValueKind.Object ? [.. root.EnumerateObject()] : Array.Empty<JsonProperty>())
                if (StrictObject.Open(property.Value, JsonPath.Property(JsonPath.Root, property.Name), faults, ExpectationNames) is { } one
                    && !expected.TryAdd(property.Name, new Expectation(one.OptionalText("state"), one.Has("stars"), one.OptionalWholeOrNull("stars"))))
                    faults.Add(JsonPath.Property(JsonPath.Root, property.Name), "This dossier is given twice.");
            return expected;
        });
    }

    /// <summary>Reads a document of the folder; throws its first fault.</summary>
    public static T Read<T>(string folder, string file, Func<JsonElement, FaultList, T?> read) where T : class
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new FolderFault(file, "$", "This file is missing.");
        var faults = new FaultList();
        // Not disposed: what is read refers to it.
        var document = StrictJson.Open(File.ReadAllBytes(path), faults);
        var value = document is null ? null : read(document.RootElement, faults);
        return faults.Count > 0 || value is null
            ? throw new FolderFault(file, faults.ToList()[0].Path, faults.ToList()[0].Message)
            : value;
    }

    public static DateOnly? Day(StrictObject owner, string name, FaultList faults) => owner.Text(name) is { } text ? Day(text, owner.At(name), faults) : null;

    public static DateOnly? DayOrNull(StrictObject owner, string name, FaultList faults) =>
        owner.Optional(name) is null or { ValueKind: JsonValueKind.Null } ? null : Day(owner, name, faults);

    static DateOnly? Day(string text, string path, FaultList faults)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add(path, $"A day is expected here (2026-06-10), not {JsonPath.Quoted(text)}.");
        return null;
    }

    static LocalityInput? Locality(JsonElement element, string path, FaultList faults)
    {
        if (StrictObject.Open(element, path, faults, LocalityNames) is not { } unit)
            return null;
        var parent = unit.Has("parent") ? unit.TextOrNull("parent") : null;
        return (unit.Text("code"), unit.Text("kind"), unit.Text("name"), Day(unit, "from", faults)) is ({ } code, { } kind, { } name, { } from)
            ? new LocalityInput(code, kind, parent, name, from, DayOrNull(unit, "to", faults))
            : null;
    }
}
