using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace OcopScoring.Rubrics;

/// <summary>
/// Opens a JSON document as RFC 8259 has it: UTF-8 without a byte order mark, no comments, no trailing commas, one value, any depth.
/// What is no JSON is a fault at <c>$</c>.
/// </summary>
public static class StrictJson
{
    static readonly JsonDocumentOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>Null, and one fault, when the bytes are no JSON. The document refers to the bytes: they must not change while it is used.</summary>
    public static JsonDocument? Open(ReadOnlyMemory<byte> utf8, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var bytes = utf8.Span;
        if (bytes.StartsWith("\uFEFF"u8)) return Refuse(faults, "The file begins with a byte order mark; JSON is UTF-8 without one.");
        if (!Utf8.IsValid(bytes)) return Refuse(faults, "The file is no JSON: it is not valid UTF-8.");
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            return Refuse(faults, bytes.IsEmpty ? "The file is no JSON: it is empty." : $"The file is no JSON: it breaks at {place}.");
        }
    }

    /// <summary>Reads a whole document whose root is an object.</summary>
    public static Reading<T> Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, FaultList, Reading<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var faults = new FaultList();
        using var document = Open(utf8, faults);
        return document is null ? Reading.Refused<T>(faults.ToList()) : read(document.RootElement, faults);
    }

    /// <summary>False for what is no string, and for a string with half of a surrogate pair, which is no text.</summary>
    public static bool TryText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What stands there, for a message: <c>a string</c>, <c>null</c>.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => TryText(element, out var text) ? $"the string {JsonPath.Quoted(text)}" : "a string that is no valid text",
        JsonValueKind.Number => element.GetRawText() is { Length: <= 40 } digits ? $"the number {digits}" : "a long number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    static JsonDocument? Refuse(FaultList faults, string message)
    {
        faults.Add(JsonPath.Root, message);
        return null;
    }
}
