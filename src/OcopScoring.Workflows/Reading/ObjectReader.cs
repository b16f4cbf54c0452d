using System.Globalization;
using System.Text.Json;

namespace OcopScoring.Workflows.Reading;

/// <summary>Reads one JSON object member by member; what nobody asked for is an unknown property. A null counts as not given.</summary>
sealed class ObjectReader(JsonElement element, string path, FaultList faults, string? subject = null)
{
    readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Path { get; } = path;

    /// <summary>Put before messages, to name the activity; empty outside of activities.</summary>
    public string? Subject { get; set; } = subject;

    public string At(string name) => JsonPath.Member(Path, name);

    public void Fault(string name, string message) => faults.Add(At(name), Subject, message);

    public bool TryTake(string name, out JsonElement value, bool ignoreCase = false)
    {
        bool found = false;
        value = default;
        StringComparison comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!member.Name.Equals(name, comparison) || taken.Contains(member.Name)) continue;
            taken.Add(member.Name);
            if (found)
            {
                Fault(member.Name, $"the property '{name}' is given twice");
                continue;
            }

            found = true;
            value = member.Value;
        }

        return found && value.ValueKind != JsonValueKind.Null;
    }

    public string? Text(string name, bool isRequired = false)
    {
        if (!TryTake(name, out JsonElement value))
        {
            if (isRequired) Fault(name, $"'{name}' is missing");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Fault(name, $"'{name}' must be a text");
        return null;
    }

    public bool Flag(string name)
    {
        if (!TryTake(name, out JsonElement value)) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault(name, $"'{name}' must be true or false");
        return false;
    }

    public int? Whole(string name)
    {
        if (!TryTake(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)) return number;
        Fault(name, $"'{name}' must be a whole number");
        return null;
    }

    /// <summary>The elements of an array with their paths; empty when it is not given.</summary>
    public IReadOnlyList<(JsonElement Element, string Path)> List(string name, string of)
    {
        if (!TryTake(name, out JsonElement value)) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select((item, i) => (item, JsonPath.Item(At(name), i)))];
        Fault(name, $"'{name}' must be a list of {of}");
        return [];
    }

    public JsonElement? Object(string name)
    {
        if (!TryTake(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Object) return value;
        Fault(name, $"'{name}' must be an object");
        return null;
    }

    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (string name in names) taken.Add(name);
    }

    public void Finish()
    {
        foreach (JsonProperty member in element.EnumerateObject())
            if (!taken.Contains(member.Name)) Fault(member.Name, string.Create(CultureInfo.InvariantCulture, $"the property '{member.Name}' is unknown"));
    }
}
