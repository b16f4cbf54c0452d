using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

/// <summary>The official rubrics of the repository.</summary>
static class Official
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rubrics");
    static readonly Dictionary<string, Rubric> Read = [];

    public static IReadOnlyList<string> Codes { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(file => string.Join('-', Path.GetFileName(file).ToUpperInvariant().Split('-').Take(2)))];

    public static string File(string code) => Directory.GetFiles(Folder, code.ToLowerInvariant() + "-*.json").Single();

    public static byte[] Bytes(string code) => System.IO.File.ReadAllBytes(File(code));

    public static JsonObject Json(string code) => JsonNode.Parse(Bytes(code))!.AsObject();

    public static Rubric Rubric(string code)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(code, out var rubric)) Read.Add(code, rubric = RubricReader.Read(Bytes(code)).OrThrow());
            return rubric;
        }
    }
}
