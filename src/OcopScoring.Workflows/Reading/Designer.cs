using System.Text.Json;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Reading;

/// <summary>What the designer keeps in <c>metadata</c>. Anything may stand there; what does not fit is passed over.</summary>
static class Designer
{
    public static void Read(ActivityNode node, JsonElement? metadata)
    {
        node.DisplayText = string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name;
        if (metadata is not { } element) return;
        if (element.TryGetProperty("displayText", out JsonElement text) && text.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString()))
            node.DisplayText = text.GetString()!;
        if (!element.TryGetProperty("designer", out JsonElement designer) || designer.ValueKind != JsonValueKind.Object) return;
        if (!TryPair(designer, "position", "x", "y", out double x, out double y)) return;
        TryPair(designer, "size", "width", "height", out double width, out double height);
        node.Position = new ActivityPosition(x, y, Math.Max(0, width), Math.Max(0, height));
    }

    static bool TryPair(JsonElement designer, string name, string first, string second, out double a, out double b)
    {
        a = b = 0;
        return designer.TryGetProperty(name, out JsonElement pair) && pair.ValueKind == JsonValueKind.Object
            && TryNumber(pair, first, out a) && TryNumber(pair, second, out b);
    }

    static bool TryNumber(JsonElement pair, string name, out double number)
    {
        number = 0;
        return pair.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number)
            && Math.Abs(number) < 1e7;
    }
}
