using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// One JSON object that is read strictly: what is missing, of the wrong type, given twice or left over becomes a fault with its path.
/// Reading goes on after a fault with a stand-in value, so that one pass tells them all; whoever reads throws the result away when there are faults.
/// </summary>
sealed partial class RegimeObject
{
    readonly List<RegimeFault> faults;
    readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
    readonly HashSet<string> unread = new(StringComparer.Ordinal);

    RegimeObject(JsonElement element, string path, List<RegimeFault> faults)
    {
        (Path, this.faults) = (path, faults);
        foreach (var property in element.EnumerateObject())
        {
            if (properties.TryAdd(property.Name, property.Value))
                unread.Add(property.Name);
            else
                Fault(At(property.Name), "is given twice");
        }
    }

    public string Path { get; }

    public static T? Read<T>(JsonElement element, string path, List<RegimeFault> faults, Func<RegimeObject, T> read) where T : class
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new RegimeFault(RegimeReader.FileName, path.Length == 0 ? "$" : path, "must be an object"));
            return null;
        }
        var obj = new RegimeObject(element, path, faults);
        var value = read(obj);
        foreach (var name in obj.unread)
            obj.Fault(obj.At(name), "is not a property of this object");
        return value;
    }

    public string At(string name) =>
        !Plain().IsMatch(name) ? $"{Path}['{name}']" : Path.Length == 0 ? name : $"{Path}.{name}";

    public void Fault(string path, string message) => faults.Add(new RegimeFault(RegimeReader.FileName, path, message));

    public string String(string name) => Scalar(name, "a text that is not empty", e => Filled(e)) ?? "";

    public string? StringOrNull(string name) => IsNull(name) ? null : String(name);

    public int Int(string name, int least, int most) =>
        Number(name, $"a whole number from {least} to {most}", least, most) ?? least;

    public int? IntOrNull(string name, int least, int most) => IsNull(name) ? null : Int(name, least, most);

    public bool Bool(string name) =>
        Take(name) is { } e && (e.ValueKind is JsonValueKind.True or JsonValueKind.False ? e.GetBoolean() : Wrong(name, "true or false") is true);

    public DateOnly Date(string name) =>
        Scalar(name, "a day such as 2026-05-22", e => Day(e, "yyyy-MM-dd", "") is { } day ? new Box<DateOnly>(day) : null)?.Value ?? default;

    public DateOnly? DateOrNull(string name) => IsNull(name) ? null : Date(name);

    /// <summary>MM-DD, read in a year without 29 February.</summary>
    public RegimeDay MonthDay(string name) =>
        Scalar(name, "a day of the year such as 04-30", e => Day(e, "yyyy-MM-dd", "2023-") is { } day ? new Box<RegimeDay>(new RegimeDay(day.Month, day.Day)) : null)?.Value ?? default;

    public Text Text(string name) => Object(name, o => new Text(o.Words("vi"), o.Words("en"))) ?? new Text("", "");

    public Text? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    /// <summary>For a property that may be left out altogether.</summary>
    public Text? TextOrNothing(string name) => properties.ContainsKey(name) ? Text(name) : null;

    public T? Object<T>(string name, Func<RegimeObject, T> read) where T : class => Take(name) is { } e ? Read(e, At(name), faults, read) : null;

    public T? ObjectOrNull<T>(string name, Func<RegimeObject, T> read) where T : class => IsNull(name) ? null : Object(name, read);

    public ImmutableArray<T> List<T>(string name, Func<RegimeObject, T> read) where T : class =>
        Elements(name, (e, path) => Read(e, path, faults, read));

    public ImmutableArray<string> Strings(string name) => Elements(name, (e, path) =>
        Filled(e) ?? Wrong<string>(path, "a text that is not empty"));

    public ImmutableArray<int> Ints(string name, int least, int most) =>
        [.. Elements(name, (e, path) => e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out var n) && n >= least && n <= most
            ? new Box<int>(n)
            : Wrong<Box<int>>(path, $"a whole number from {least} to {most}")).Select(b => b.Value)];

    /// <summary>The text of the property's value as it stands, for a document with a reader of its own.</summary>
    public ReadOnlyMemory<byte> Document(string name) => Take(name) is { } e ? Encoding.UTF8.GetBytes(e.GetRawText()) : default;

    ImmutableArray<T> Elements<T>(string name, Func<JsonElement, string, T?> read) where T : class
    {
        if (Take(name) is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "a list");
            return [];
        }
        var index = 0;
        return [.. list.EnumerateArray().Select(e => read(e, $"{At(name)}[{index++}]")).OfType<T>()];
    }

    /// <summary>A text for people: composed (NFC), since documents and searches compare it letter by letter.</summary>
    string Words(string name)
    {
        var words = String(name);
        if (!words.IsNormalized(NormalizationForm.FormC))
            Fault(At(name), "must be composed Unicode (NFC)");
        return words;
    }

    T? Scalar<T>(string name, string expected, Func<JsonElement, T?> parse) where T : class =>
        Take(name) is { } e ? parse(e) ?? Wrong<T>(At(name), expected) : null;

    int? Number(string name, string expected, int least, int most) =>
        Take(name) is not { } e ? null
        : e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out var n) && n >= least && n <= most ? n
        : Wrong(name, expected) as int?;

    JsonElement? Take(string name)
    {
        unread.Remove(name);
        if (properties.TryGetValue(name, out var value))
            return value;
        Fault(At(name), "is missing");
        return null;
    }

    bool IsNull(string name)
    {
        if (!properties.TryGetValue(name, out var value) || value.ValueKind != JsonValueKind.Null)
            return false;
        return unread.Remove(name) || true;
    }

    object? Wrong(string name, string expected) => Wrong<object>(At(name), expected);

    T? Wrong<T>(string path, string expected) where T : class
    {
        Fault(path, $"must be {expected}");
        return null;
    }

    static string? Filled(JsonElement e) => e.ValueKind == JsonValueKind.String && e.GetString() is { } s && !string.IsNullOrWhiteSpace(s) ? s : null;

    static DateOnly? Day(JsonElement e, string format, string before) =>
        e.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(before + e.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    sealed record Box<T>(T Value);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();
}
