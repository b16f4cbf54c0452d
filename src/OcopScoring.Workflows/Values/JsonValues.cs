using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Values;

/// <summary>Values from and to JSON. Outside the engine JSON has no NaN and no infinities: they are written as null, as JSON.stringify does.</summary>
static class JsonValues
{
    public static Value From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Value.Null,
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => Value.Of(element.GetDouble()),
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Array => Value.Of(element.EnumerateArray().Select(From).ToArray()),
        _ => Value.Of(new Record(element.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, From(m.Value))).ToArray())),
    };

    /// <exception cref="JsonException">A text or the name of a member is no valid Unicode, or a member is given twice.</exception>
    public static Value FromOutside(JsonNode? node)
    {
        try
        {
            return From(node);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new JsonException("The value is no valid JSON.", error);
        }
    }

    static Value From(JsonNode? node) => node switch
    {
        null => Value.Null,
        JsonArray array => Value.Of(array.Select(From).ToArray()),
        JsonObject members => Value.Of(new Record(members.Select(m => KeyValuePair.Create(m.Key, From(m.Value))).ToArray())),
        _ => FromScalar(node),
    };

    static Value FromScalar(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.String => Value.Of(node.GetValue<string>()),
        JsonValueKind.Number => FromNumber(node.AsValue()),
        JsonValueKind.Null => Value.Null,
        _ => FromText(node.ToJsonString()),
    };

    static Value FromNumber(JsonValue number)
    {
        if (number.TryGetValue(out double exact)) return Value.Of(exact);
        if (number.TryGetValue(out int small)) return Value.Of(small);
        return FromText(number.ToJsonString());
    }

    /// <exception cref="JsonException">The text is no JSON, or holds half of a surrogate pair.</exception>
    public static Value FromText(string json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return From(document.RootElement);
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("A text is no valid Unicode.", error);
        }
    }

    public static JsonNode? ToNode(in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean: return JsonValue.Create(value.Boolean);
            case ValueKind.Number: return NumberNode(value.Number);
            case ValueKind.String: return JsonValue.Create(value.Text);
            case ValueKind.Array: return new JsonArray(Array.ConvertAll(value.Items, item => ToNode(item)));
            case ValueKind.Record: return ToObject(value.Record);
            default: return null;
        }
    }

    /// <summary>Made from JSON text, so that the reader may ask for any numeric type that holds it.</summary>
    static JsonNode? NumberNode(double number) => double.IsFinite(number) ? JsonNode.Parse(ToText(Value.Of(number))) : null;

    public static JsonObject ToObject(Record record)
    {
        var members = new JsonObject();
        foreach (KeyValuePair<string, Value> member in record.Members) members[member.Key] = ToNode(member.Value);
        return members;
    }

    public static void Write(Utf8JsonWriter writer, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean: writer.WriteBooleanValue(value.Boolean); break;
            case ValueKind.Number: WriteNumber(writer, value.Number); break;
            case ValueKind.String: writer.WriteStringValue(value.Text); break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (Value item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ValueKind.Record:
                writer.WriteStartObject();
                foreach (KeyValuePair<string, Value> member in value.Record.Members)
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteNullValue(); break;
        }
    }

    static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number)) writer.WriteNullValue();
        else if (number == Math.Floor(number) && Math.Abs(number) < 9e15) writer.WriteNumberValue((long)number);
        else writer.WriteNumberValue(number);
    }

    public static string ToText(in Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Unescaped)) Write(writer, value);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    static readonly JsonWriterOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
