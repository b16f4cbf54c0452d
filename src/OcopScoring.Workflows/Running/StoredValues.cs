using System.Text.Json;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// Values inside a stored state. JSON lacks NaN and the infinities: they stand as <c>{"$number":"NaN"}</c>, and an object that has a
/// single member named <c>$number</c> or <c>$object</c> is wrapped as <c>{"$object":{…}}</c>, so that nothing is ambiguous.
/// </summary>
static class StoredValues
{
    const string Number = "$number";
    const string Wrapped = "$object";

    public static void Write(Utf8JsonWriter writer, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Number: WriteNumber(writer, value.Number); break;
            case ValueKind.Boolean: writer.WriteBooleanValue(value.Boolean); break;
            case ValueKind.String: writer.WriteStringValue(value.Text); break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (Value item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ValueKind.Record:
                if (IsSpecial(value.Record))
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName(Wrapped);
                    WriteRecord(writer, value.Record);
                    writer.WriteEndObject();
                }
                else
                {
                    WriteRecord(writer, value.Record);
                }

                break;
            default: writer.WriteNullValue(); break;
        }
    }

    static void WriteRecord(Utf8JsonWriter writer, Record record)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, Value> member in record.Members)
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(Number, JavaScriptNumber.Format(number));
        writer.WriteEndObject();
    }

    static bool IsSpecial(Record record) => record.Count == 1 && record.Members[0].Key is Number or Wrapped;

    public static Value Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                var items = new Value[element.GetArrayLength()];
                int at = 0;
                foreach (JsonElement item in element.EnumerateArray()) items[at++] = Read(item);
                return Value.Of(items);
            case JsonValueKind.Object:
                return ReadObject(element);
            default:
                return JsonValues.From(element);
        }
    }

    static Value ReadObject(JsonElement element)
    {
        if (element.TryGetProperty(Number, out JsonElement number) && element.GetPropertyCount() == 1)
            return Value.Of(number.GetString() switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity });
        bool isWrapped = element.TryGetProperty(Wrapped, out JsonElement inner) && element.GetPropertyCount() == 1;
        return ReadRecord(isWrapped ? inner : element);
    }

    static Value ReadRecord(JsonElement element)
    {
        var members = new KeyValuePair<string, Value>[element.GetPropertyCount()];
        int at = 0;
        foreach (JsonProperty member in element.EnumerateObject()) members[at++] = KeyValuePair.Create(member.Name, Read(member.Value));
        return Value.Of(new Record(members));
    }

    public static Value[] ReadAll(JsonElement array)
    {
        var values = new Value[array.GetArrayLength()];
        int at = 0;
        foreach (JsonElement item in array.EnumerateArray()) values[at++] = Read(item);
        return values;
    }
}
