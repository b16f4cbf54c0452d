using System.Globalization;
using System.Text.Json;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Definitions;

/// <summary>The declared type of a variable, input or output: an alias of Elsa's registry, or a list of one.</summary>
sealed class DeclaredType
{
    enum Shape { Any, Json, Text, Boolean, Whole, Number, Duration, Instant, Record, List }

    static readonly Dictionary<string, Shape> Aliases = new(StringComparer.Ordinal)
    {
        ["Object"] = Shape.Any,
        ["String"] = Shape.Text,
        ["Boolean"] = Shape.Boolean,
        ["Int16"] = Shape.Whole,
        ["Int32"] = Shape.Whole,
        ["Int64"] = Shape.Whole,
        ["Single"] = Shape.Number,
        ["Double"] = Shape.Number,
        ["Decimal"] = Shape.Number,
        ["Guid"] = Shape.Text,
        ["DateTime"] = Shape.Instant,
        ["DateTimeOffset"] = Shape.Instant,
        ["TimeSpan"] = Shape.Duration,
        ["ByteArray"] = Shape.Text,
        ["Stream"] = Shape.Any,
        ["JSON"] = Shape.Json,
        ["JsonElement"] = Shape.Json,
        ["JsonNode"] = Shape.Json,
        ["JsonObject"] = Shape.Record,
        ["JsonArray"] = Shape.List,
        ["StringDictionary"] = Shape.Record,
        ["ObjectDictionary"] = Shape.Record,
        ["StringMap"] = Shape.Record,
        ["ObjectMap"] = Shape.Record,
    };

    static readonly string[] Lists = ["List<", "IList<", "ICollection<", "IEnumerable<", "HashSet<", "ISet<"];

    public static readonly DeclaredType Any = new("Object", Shape.Any);

    readonly Shape shape;
    readonly DeclaredType? item;

    DeclaredType(string name, Shape shape, DeclaredType? item = null)
    {
        Name = name;
        this.shape = shape;
        this.item = item;
    }

    public string Name { get; }

    public static DeclaredType? Find(string name, bool isArray)
    {
        DeclaredType? type = Find(name);
        return type is null || !isArray || type.shape == Shape.List ? type : new DeclaredType(name + "[]", Shape.List, type);
    }

    static DeclaredType? Find(string name)
    {
        if (Aliases.TryGetValue(name, out Shape shape)) return new DeclaredType(name, shape);
        if (name.EndsWith("[]", StringComparison.Ordinal)) return ListOf(name, name[..^2]);
        foreach (string list in Lists)
            if (name.StartsWith(list, StringComparison.Ordinal) && name.EndsWith('>')) return ListOf(name, name[list.Length..^1]);
        return null;
    }

    static DeclaredType? ListOf(string name, string element) => Find(element) is { } item ? new DeclaredType(name, Shape.List, item) : null;

    /// <summary>The value as the declared type has it; null stays null.</summary>
    /// <exception cref="ScriptFailure">The value has no counterpart in the type.</exception>
    public Value Convert(in Value value)
    {
        if (value.IsNullish) return Value.Null;
        switch (shape)
        {
            case Shape.Text: return Conversion.To(InputType.Text, value);
            case Shape.Boolean: return value.Kind == ValueKind.Boolean ? value : ParseBoolean(value);
            case Shape.Whole or Shape.Number: return ParseNumber(value);
            case Shape.Duration:
                Conversion.To(InputType.Duration, value);
                return value;
            case Shape.Instant: return Conversion.To(InputType.Instant, value);
            case Shape.Record: return Conversion.To(InputType.Record, value);
            case Shape.List: return ConvertItems(Conversion.To(InputType.Items, value));
            default: return value.Stored();
        }
    }

    Value ConvertItems(in Value list)
    {
        DeclaredType? each = item;
        return each is null ? list : Value.Of(Array.ConvertAll(list.Items, one => each.Convert(one)));
    }

    static Value ParseBoolean(in Value value)
    {
        if (value.Kind == ValueKind.Number) return Value.Of(value.Number != 0);
        if (value.Kind == ValueKind.String && bool.TryParse(value.Text, out bool flag)) return Value.Of(flag);
        throw new ScriptFailure($"'{JavaScriptOperators.ToText(value)}' is not a Boolean");
    }

    Value ParseNumber(in Value value)
    {
        double number = value.Kind >= ValueKind.Array ? double.NaN : JavaScriptOperators.ToNumber(value);
        bool isText = value.Kind == ValueKind.String;
        if (isText && (double.IsNaN(number) || string.IsNullOrWhiteSpace(value.Text))) throw NotANumber(value);
        if (value.Kind >= ValueKind.Array || (shape == Shape.Whole && !double.IsFinite(number))) throw NotANumber(value);
        return Value.Of(shape == Shape.Whole ? Math.Round(number, MidpointRounding.ToEven) : number);
    }

    ScriptFailure NotANumber(in Value value) => new($"'{JavaScriptOperators.ToText(value)}' is not of type {Name}");

    /// <summary>The initial value of a variable, which the document gives as a text.</summary>
    /// <exception cref="ScriptFailure">The text is no value of the type.</exception>
    public Value Parse(string? text)
    {
        // As in Elsa, blank text is no value, for a String too.
        if (string.IsNullOrWhiteSpace(text)) return Value.Null;
        if (shape is Shape.Text or Shape.Any) return Value.Of(text);
        if (shape is not (Shape.Json or Shape.Record or Shape.List)) return Convert(Value.Of(text));
        try
        {
            Value parsed = JsonValues.FromText(text);
            return Convert(parsed);
        }
        catch (JsonException)
        {
            throw new ScriptFailure(string.Create(CultureInfo.InvariantCulture, $"the text is not JSON, as the type {Name} needs"));
        }
    }
}
