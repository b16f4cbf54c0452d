using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>
/// One JSON object read strictly: a property that is unknown, given twice, missing or of the wrong type is a fault with its path.
/// Every reading method gives null where it has reported a fault, so that reading can go on and find the others.
/// </summary>
public sealed class StrictObject
{
    readonly Dictionary<string, (JsonElement Value, int Order)> given = new(StringComparer.Ordinal);
    readonly FaultList faults;

    StrictObject(string path, FaultList faults)
    {
        Path = path;
        this.faults = faults;
    }

    public string Path { get; }

    /// <summary>Null, and a fault at <paramref name="path"/>, when the element is no object.</summary>
    /// <param name="element">What stands at <paramref name="path"/>.</param>
    /// <param name="path">Where the object stands; <see cref="JsonPath.Root"/> for a document.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="known">The names of all properties that the object may have; in no letters but these.</param>
    public static StrictObject? Open(JsonElement element, string path, FaultList faults, IReadOnlySet<string> known)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(known);
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, $"An object is expected here, not {StrictJson.Kind(element)}.");
            return null;
        }

        var opened = new StrictObject(path, faults);
        foreach (var property in element.EnumerateObject())
        {
            if (!TryName(property, out var name)) faults.Add(path, "A property name is no valid text: it holds half of a surrogate pair.");
            else if (opened.given.ContainsKey(name)) faults.Add(opened.At(name), $"The property {JsonPath.Quoted(name)} is given twice.");
            else if (known.Contains(name)) opened.given.Add(name, (property.Value, opened.given.Count));
            else faults.Add(opened.At(name), $"The property {JsonPath.Quoted(name)} is unknown here.");
        }

        return opened;
    }

    /// <summary>Tells whether the document is of the expected format; nothing else of it can be judged when it is not.</summary>
    public static bool HasSchema(JsonElement element, string path, string schema, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, $"An object is expected here, not {StrictJson.Kind(element)}.");
            return false;
        }

        JsonElement? found = null;
        foreach (var property in element.EnumerateObject())
            if (TryName(property, out var name) && name == "schema") found ??= property.Value;
        if (found is not { } value)
            faults.Add(JsonPath.Property(path, "schema"), $"The property 'schema' is missing; it must be '{schema}'.");
        else if (!StrictJson.TryText(value, out var text) || text != schema)
            faults.Add(JsonPath.Property(path, "schema"), $"The schema must be '{schema}', not {StrictJson.Kind(value)}.");
        else
            return true;
        return false;
    }

    internal static bool TryName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    public string At(string name) => JsonPath.Property(Path, name);

    public bool Has(string name) => given.ContainsKey(name);

    /// <summary>Of two given properties that exclude each other, the one that stands later in the document.</summary>
    public string Later(string one, string other) => given[one].Order > given[other].Order ? one : other;

    /// <summary>The value of a property that must be there, of whatever type.</summary>
    public JsonElement? Required(string name)
    {
        if (given.TryGetValue(name, out var found)) return found.Value;
        faults.Add(At(name), $"The property '{name}' is missing.");
        return null;
    }

    public JsonElement? Optional(string name) => given.TryGetValue(name, out var found) ? found.Value : null;

    /// <summary>A string that must be there and hold something.</summary>
    public string? Text(string name) => Required(name) is { } value ? TextOf(value, name, mayBeEmpty: false) : null;

    /// <summary>A string that must be there and may be empty.</summary>
    public string? AnyText(string name) => Required(name) is { } value ? TextOf(value, name, mayBeEmpty: true) : null;

    /// <summary>A string that may be left out; null is no string.</summary>
    public string? OptionalText(string name) => Optional(name) is { } value ? TextOf(value, name, mayBeEmpty: true) : null;

    /// <summary>A string or null that must be there.</summary>
    public string? TextOrNull(string name) =>
        Required(name) is { } value && value.ValueKind != JsonValueKind.Null ? TextOf(value, name, mayBeEmpty: false) : null;

    /// <summary>One of the given words.</summary>
    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Required(name) is not { } value) return null;
        if (StrictJson.TryText(value, out var text) && words.TryGetValue(text, out var found)) return found;
        faults.Add(At(name), $"One of {string.Join(", ", words.Keys)} is expected here, not {StrictJson.Kind(value)}.");
        return null;
    }

    /// <summary>A whole number in digits, from <paramref name="least"/> to the largest <see cref="int"/>, that must be there.</summary>
    public int? Whole(string name, int least = 0) => Required(name) is { } value ? WholeOf(value, name, least) : null;

    public int? OptionalWhole(string name, int least = 0) => Optional(name) is { } value ? WholeOf(value, name, least) : null;

    /// <summary>A whole number or null; it may be left out.</summary>
    public int? OptionalWholeOrNull(string name, int least = 0) =>
        Optional(name) is { } value && value.ValueKind != JsonValueKind.Null ? WholeOf(value, name, least) : null;

    public bool? Truth(string name) => Required(name) is { } value ? TruthOf(value, name) : null;

    public bool? OptionalTruth(string name) => Optional(name) is { } value ? TruthOf(value, name) : null;

    /// <summary>The elements of a list that must be there.</summary>
    public IReadOnlyList<JsonElement>? List(string name) => Required(name) is { } value ? ListOf(value, name) : null;

    /// <summary>The elements of a list; none where it is left out.</summary>
    public IReadOnlyList<JsonElement>? OptionalList(string name) => Optional(name) is { } value ? ListOf(value, name) : [];

    /// <summary>A list of strings that hold something, each given once; none where it is left out. A refused element is left out of the answer.</summary>
    public IReadOnlyList<string> OptionalTexts(string name)
    {
        var texts = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var elements = OptionalList(name) ?? [];
        for (var i = 0; i < elements.Count; i++)
        {
            var path = JsonPath.Element(At(name), i);
            if (!StrictJson.TryText(elements[i], out var text) || text.Length == 0)
                faults.Add(path, $"A string that is not empty is expected here, not {StrictJson.Kind(elements[i])}.");
            else if (!seen.Add(text)) faults.Add(path, $"{JsonPath.Quoted(text)} is given twice.");
            else texts.Add(text);
        }

        return texts;
    }

    /// <summary>True for digits alone, with a minus sign at most: neither <c>1.0</c> nor <c>1e1</c>.</summary>
    internal static bool TryWhole(JsonElement element, out BigInteger whole)
    {
        whole = default;
        return element.ValueKind == JsonValueKind.Number
            && BigInteger.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);
    }

    string? TextOf(JsonElement value, string name, bool mayBeEmpty)
    {
        if (StrictJson.TryText(value, out var text) && (mayBeEmpty || text.Length > 0)) return text;
        faults.Add(At(name), $"A string{(mayBeEmpty ? "" : " that is not empty")} is expected here, not {StrictJson.Kind(value)}.");
        return null;
    }

    int? WholeOf(JsonElement value, string name, int least)
    {
        if (!TryWhole(value, out var whole) || whole < least)
            faults.Add(At(name), $"A whole number of at least {least} is expected here, not {StrictJson.Kind(value)}.");
        else if (whole > int.MaxValue)
            faults.Add(At(name), $"The number is too large: at most {int.MaxValue} is possible here.");
        else
            return (int)whole;
        return null;
    }

    bool? TruthOf(JsonElement value, string name)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        faults.Add(At(name), $"true or false is expected here, not {StrictJson.Kind(value)}.");
        return null;
    }

    JsonElement[]? ListOf(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray()];
        faults.Add(At(name), $"A list is expected here, not {StrictJson.Kind(value)}.");
        return null;
    }
}
