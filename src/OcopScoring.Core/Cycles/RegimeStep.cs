using System.Text.Json;

namespace OcopScoring.Core.Cycles;

/// <summary>An activity of a flow with its literal inputs, as far as a regime is compared with it; an input that is computed counts as not given.</summary>
readonly record struct RegimeStep(string Type, string Path, JsonElement Json)
{
    public static IEnumerable<RegimeStep> AllIn(JsonElement flow) => flow.ValueKind == JsonValueKind.Object && flow.TryGetProperty("root", out var root)
        ? Within(root, "root")
        : [];

    static IEnumerable<RegimeStep> Within(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany((e, i) => Within(e, $"{path}[{i}]"));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        var below = element.EnumerateObject().SelectMany(p => Within(p.Value, $"{path}.{p.Name}"));
        return element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && element.TryGetProperty("id", out _)
            ? below.Prepend(new RegimeStep(type.GetString()!, path, element))
            : below;
    }

    public bool Has(string input) => Json.TryGetProperty(input, out _);

    public string? Text(string input) => Literal(input) is { ValueKind: JsonValueKind.String } v ? v.GetString() : null;

    public int? Number(string input) => Literal(input) is { ValueKind: JsonValueKind.Number } v && v.TryGetInt32(out var n) ? n : null;

    public string[] Strings(string input) => List<string>(input);

    public int[] Ints(string input) => List<int>(input);

    public RegimeFault Fault(string input, string message) => new("", $"{Path}.{input}", message);

    T[] List<T>(string input)
    {
        if (Literal(input) is not { ValueKind: JsonValueKind.String } v)
            return [];
        try
        {
            return JsonSerializer.Deserialize<T[]>(v.GetString()!) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    JsonElement? Literal(string input) =>
        Json.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "Literal" or "Object"
        && expression.TryGetProperty("value", out var literal)
            ? literal
            : null;
}
