using System.Globalization;
using System.Text.Json;

namespace OcopScoring.Workflows.Values;

/// <summary>
/// Converts what an expression gave to what an activity or a variable wants, as Elsa does (a flag becomes <c>True</c>, a text that
/// holds a JSON array becomes the array). What cannot be converted is a failure, never a silent default.
/// </summary>
static class Conversion
{
    public static Value To(InputType type, in Value value) => type switch
    {
        InputType.Any => value.Stored(),
        InputType.Text => ToText(value),
        InputType.Boolean => Value.Of(ToBoolean(value)),
        InputType.Integer => value.IsNullish ? Value.Null : Value.Of(ToInteger(value)),
        InputType.Texts => ToList(value, item => Value.Of(ToText(item).IsNullish ? "" : ToText(item).Text)),
        InputType.Integers => ToList(value, item => Value.Of(ToInteger(item))),
        InputType.Items => ToItems(value),
        InputType.Record => ToRecord(value),
        InputType.Duration => value.IsNullish ? Value.Null : Value.Of(ToDuration(value).TotalMilliseconds),
        _ => value.IsNullish ? Value.Null : Value.Of(ToInstant(value).ToString("O", CultureInfo.InvariantCulture)),
    };

    static Value ToText(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => Value.Null,
        ValueKind.Boolean => Value.Of(value.Boolean ? "True" : "False"),
        ValueKind.Array or ValueKind.Record => Value.Of(JsonValues.ToText(value)),
        ValueKind.Number => Value.Of(JavaScriptNumber.Format(value.Number)),
        _ => value,
    };

    /// <summary>Numbers other than 0 and the text "true" are true; any other text is false, as in Elsa.</summary>
    static bool ToBoolean(in Value value) => value.Kind switch
    {
        ValueKind.Boolean => value.Boolean,
        ValueKind.Number => value.Number != 0,
        ValueKind.String => bool.TryParse(value.Text, out bool flag) && flag,
        _ => false,
    };

    static double ToInteger(in Value value)
    {
        double number = value.Kind == ValueKind.String && value.Text.Length == 0 ? double.NaN : JavaScriptOperators.ToNumber(value);
        if (!double.IsFinite(number) || Math.Abs(number) > int.MaxValue || value.Kind >= ValueKind.Array) throw Cannot(value, "a whole number");
        return Math.Round(number, MidpointRounding.ToEven);
    }

    /// <summary>Nothing is an empty list; a single value is none.</summary>
    static Value ToItems(in Value value)
    {
        bool isList = value.IsNullish || value.Kind == ValueKind.Array || (value.Kind == ValueKind.String && value.Text.AsSpan().TrimStart().StartsWith("["));
        return isList ? ToList(value, item => item.Stored()) : throw Cannot(value, "a list");
    }

    static Value ToList(in Value value, Func<Value, Value> item)
    {
        Value list = value;
        if (value.Kind == ValueKind.String && value.Text.AsSpan().TrimStart().StartsWith("[")) list = Parse(value.Text);
        if (list.IsNullish) return Value.Of([]);
        if (list.Kind == ValueKind.Array) return Value.Of(Array.ConvertAll(list.Items, each => item(each)));
        return list.Kind == ValueKind.Record ? throw Cannot(value, "a list") : Value.Of([item(list)]);
    }

    static Value ToRecord(in Value value)
    {
        Value record = value.Kind == ValueKind.String && value.Text.AsSpan().TrimStart().StartsWith("{") ? Parse(value.Text) : value;
        if (record.IsNullish) return Value.Null;
        return record.Kind == ValueKind.Record ? record : throw Cannot(value, "an object");
    }

    static TimeSpan ToDuration(in Value value)
    {
        if (value.Kind == ValueKind.String && TimeSpan.TryParse(value.Text, CultureInfo.InvariantCulture, out TimeSpan duration)) return duration;
        throw Cannot(value, "a time span such as 1.00:00:00");
    }

    static DateTimeOffset ToInstant(in Value value)
    {
        const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (value.Kind == ValueKind.String && DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, style, out DateTimeOffset instant)) return instant;
        throw Cannot(value, "a point in time in ISO 8601");
    }

    static Value Parse(string json)
    {
        try
        {
            return JsonValues.FromText(json);
        }
        catch (JsonException)
        {
            throw new ScriptFailure("a text that should hold JSON does not parse");
        }
    }

    static ScriptFailure Cannot(in Value value, string wanted)
    {
        string shown = value.Kind >= ValueKind.Array ? JsonValues.ToText(value) : JavaScriptOperators.ToText(value);
        return new ScriptFailure($"'{(shown.Length > 60 ? shown[..60] + "…" : shown)}' is not {wanted}");
    }
}
