using System.Text.Json;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>
/// Values inside a stored state. JSON lacks NaN and the infinities: they stand as <c>{"$number":"NaN"}</c>, and an object that has a
/// member named <c>$number</c> or <c>$object</c> is wrapped as <c>{"$object":{…}}</c>, so that nothing is ambiguous.
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

    static bool IsSpecial(Record record)
    {
        foreach (KeyValuePair<string, Value> member in record.Members)
            if (member.Key is Number or Wrapped) return true;
        return false;
    }

    /// <summary>Reads the value at which the reader stands.</summary>
    public static Value Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number: return Value.Of(reader.GetDouble());
            case JsonTokenType.String: return Value.Of(reader.GetString());
            case JsonTokenType.True: return Value.True;
            case JsonTokenType.False: return Value.False;
            case JsonTokenType.StartArray: return Value.Of(ReadAll(ref reader));
            case JsonTokenType.StartObject: return ReadObject(ref reader);
            default: return Value.Null;
        }
    }

    static Value ReadObject(ref Utf8JsonReader reader)
    {
        var members = new List<KeyValuePair<string, Value>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            bool isWrapped = name == Wrapped && members.Count == 0 && reader.TokenType == JsonTokenType.StartObject;
            members.Add(KeyValuePair.Create(name, isWrapped ? Value.Of(ReadMembers(ref reader)) : Read(ref reader)));
        }

        if (members is not [{ Key: Number or Wrapped } only]) return Value.Of(new Record([.. members]));
        if (only.Key == Wrapped) return only.Value;
        return Value.Of(only.Value.Text switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity });
    }

    /// <summary>The members of an object as they stand, without looking for anything special at this level.</summary>
    static Record ReadMembers(ref Utf8JsonReader reader)
    {
        var members = new List<KeyValuePair<string, Value>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            members.Add(KeyValuePair.Create(name, Read(ref reader)));
        }

        return new Record([.. members]);
    }

    /// <summary>Reads the array at which the reader stands.</summary>
    public static Value[] ReadAll(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An array is expected.");
        var values = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(Read(ref reader));
        return [.. values];
    }
}
