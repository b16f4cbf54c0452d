using System.Text.Json;

namespace OcopScoring.Workflows.Reading;

/// <summary>Texts that escape half of a surrogate pair are JSON, but no text that could be read.</summary>
static class BrokenText
{
    /// <returns>The path of the first one, or null.</returns>
    public static string? Find(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return IsBroken(() => element.GetString()) ? path : null;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                    if (Find(item, JsonPath.Item(path, index++)) is { } inside) return inside;
                return null;
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    if (IsBroken(() => member.Name)) return path;
                    if (Find(member.Value, JsonPath.Member(path, member.Name)) is { } inside) return inside;
                }

                return null;
            default:
                return null;
        }
    }

    static bool IsBroken(Func<string?> text)
    {
        try
        {
            text();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
