using System.Globalization;
using System.Text.Json.Nodes;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>Walks a regime's document by the paths that faults are reported at.</summary>
static class RegimeJsonPaths
{
    public static IEnumerable<(string Path, JsonNode? Value)> Properties(JsonNode node, string path = "") => node switch
    {
        JsonObject o => o.SelectMany(p => Below(p.Value, Join(path, p.Key)).Prepend((Join(path, p.Key), p.Value))),
        JsonArray a => a.SelectMany((e, i) => Below(e, $"{path}[{i}]")),
        _ => [],
    };

    public static IEnumerable<string> Objects(JsonNode node) =>
        Elements(node, "").Where(p => p.Value is JsonObject).Select(p => p.Path);

    public static JsonNode? At(JsonNode root, string path) => Steps(path).Aggregate((JsonNode?)root, (n, s) => n is JsonArray a ? a[int.Parse(s, CultureInfo.InvariantCulture)] : n![s]);

    public static void Remove(JsonNode root, string path) => ((JsonObject)Parent(root, path)).Remove(Steps(path)[^1]);

    public static void Replace(JsonNode root, string path, JsonNode? value) => Parent(root, path)[Steps(path)[^1]] = value;

    static JsonNode Parent(JsonNode root, string path) => Steps(path)[..^1].Aggregate(root, (n, s) => n is JsonArray a ? a[int.Parse(s, CultureInfo.InvariantCulture)]! : n[s]!);

    static IEnumerable<(string Path, JsonNode? Value)> Below(JsonNode? node, string path) => node is null ? [] : Properties(node, path);

    static IEnumerable<(string Path, JsonNode? Value)> Elements(JsonNode? node, string path) => node switch
    {
        JsonObject o => o.SelectMany(p => Elements(p.Value, Join(path, p.Key))).Prepend((path, o)),
        JsonArray a => a.SelectMany((e, i) => Elements(e, $"{path}[{i}]")),
        _ => [],
    };

    static string Join(string path, string name) => name.Contains('-', StringComparison.Ordinal) ? $"{path}['{name}']" : path.Length == 0 ? name : $"{path}.{name}";

    static string[] Steps(string path) => path.Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);
}
