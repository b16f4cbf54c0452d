using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Cycles;

/// <summary>What an object of a regime looks like: the names of all its properties, and how they become a value.</summary>
sealed record RegimeShape<T>(HashSet<string> Known, Func<RegimeObject, T> Build) where T : class
{
    public RegimeShape(string known, Func<RegimeObject, T> build) : this([.. known.Split(' ')], build)
    {
    }

    public T? Read(JsonElement element, string path, FaultList faults) =>
        StrictObject.Open(element, path, faults, Known) is { } given ? Build(new RegimeObject(given, faults)) : null;
}

/// <summary>
/// The properties of one object of a regime. After a fault reading goes on with a stand-in value, so that one pass tells all faults;
/// whoever reads throws the result away when there are any.
/// </summary>
sealed class RegimeObject(StrictObject given, FaultList faults)
{
    static readonly RegimeShape<Text> Words = new("vi en", o => new Text(o.Word("vi"), o.Word("en")));

    public string At(string name) => given.At(name);

    /// <summary>A string that holds more than spaces, composed (NFC), since documents and searches compare it letter by letter.</summary>
    public string Word(string name) => given.Required(name) is { } value ? WordOf(value, At(name)) ?? "" : "";

    public string? WordOrNull(string name) => IsNull(name) ? null : Word(name);

    public int Whole(string name, int least, int most) =>
        given.Required(name) is { } value ? (WholeOf(value, At(name), least, most) ?? new Number(least)).Value : least;

    public int? WholeOrNull(string name, int least, int most) => IsNull(name) ? null : Whole(name, least, most);

    public bool Truth(string name) => given.Truth(name) ?? false;

    public DateOnly Date(string name) => Day(name, "", "A day such as 2026-05-22");

    public DateOnly? DateOrNull(string name) => IsNull(name) ? null : Date(name);

    /// <summary>MM-DD, a day that each year has.</summary>
    public RegimeDay DayOfYear(string name) => Day(name, "2023-", "A day of the year such as 04-30") is var day ? new RegimeDay(day.Month, day.Day) : default;

    public Text Text(string name) => Object(name, Words) ?? new Text("", "");

    public Text? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    /// <summary>For a text that may be left out altogether.</summary>
    public Text? TextOrNothing(string name) => given.Has(name) ? Text(name) : null;

    /// <summary>Null only after a fault.</summary>
    public T? Object<T>(string name, RegimeShape<T> shape) where T : class =>
        given.Required(name) is { } value ? shape.Read(value, At(name), faults) : null;

    public T? ObjectOrNull<T>(string name, RegimeShape<T> shape) where T : class => IsNull(name) ? null : Object(name, shape);

    public ImmutableArray<T> List<T>(string name, RegimeShape<T> shape) where T : class =>
        Elements(name, (e, path) => shape.Read(e, path, faults));

    public ImmutableArray<string> Strings(string name) => Elements(name, WordOf);

    public ImmutableArray<int> Wholes(string name, int least, int most) =>
        [.. Elements(name, (e, path) => WholeOf(e, path, least, most)).Select(n => n.Value)];

    /// <summary>Council rules with every field: what the law leaves open shall be seen in the regime, not in a default of the program.</summary>
    public CouncilRules Rules(string name)
    {
        if (given.Required(name) is not { } value)
            return CouncilRules.Default;
        var read = CouncilRulesReader.Read(value, At(name));
        faults.AddRange(read.Faults);
        foreach (var field in read.Ok ? JsonNames(read.Value.ToJson()).Except(value.EnumerateObject().Select(p => p.Name)) : [])
            faults.Add(JsonPath.Property(At(name), field), $"The property '{field}' is missing.");
        return read.Value ?? CouncilRules.Default;
    }

    static string[] JsonNames(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(p => p.Name)];
    }

    ImmutableArray<T> Elements<T>(string name, Func<JsonElement, string, T?> read) where T : class =>
        [.. (given.List(name) ?? []).Select((e, i) => read(e, JsonPath.Element(At(name), i))).OfType<T>()];

    bool IsNull(string name) => given.Optional(name) is { ValueKind: JsonValueKind.Null };

    string? WordOf(JsonElement value, string path)
    {
        if (!StrictJson.TryText(value, out var word) || string.IsNullOrWhiteSpace(word))
            return Refuse<string>(path, $"A string that is not empty is expected here, not {StrictJson.Kind(value)}.");
        return word.IsNormalized(NormalizationForm.FormC) ? word : Refuse<string>(path, "The text must be composed Unicode (NFC).");
    }

    Number? WholeOf(JsonElement value, string path, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && int.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? new Number(n)
            : Refuse<Number>(path, string.Create(CultureInfo.InvariantCulture, $"A whole number from {least} to {most} is expected here, not {StrictJson.Kind(value)}."));

    DateOnly Day(string name, string before, string expected)
    {
        if (given.Required(name) is not { } value)
            return default;
        if (StrictJson.TryText(value, out var text) && DateOnly.TryParseExact(before + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add(At(name), $"{expected} is expected here, not {StrictJson.Kind(value)}.");
        return default;
    }

    T? Refuse<T>(string path, string message) where T : class
    {
        faults.Add(path, message);
        return null;
    }

    sealed record Number(int Value);
}
