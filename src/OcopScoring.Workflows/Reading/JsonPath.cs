using System.Globalization;

namespace OcopScoring.Workflows.Reading;

/// <summary>Paths as messages show them: <c>root.activities[3].text</c>, <c>members['odd name']</c>.</summary>
static class JsonPath
{
    public const string Document = "$";

    public static string Member(string path, string name)
    {
        bool isPlain = name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (path == Document) path = "";
        if (!isPlain) return $"{path}['{name}']";
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
