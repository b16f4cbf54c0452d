using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

/// <summary>Cases whose results were seen on Elsa 3.8 or follow from the format's text, run with the options of the command line.</summary>
[TestFixture]
public sealed class WorkedCases
{
    static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases");

    static IEnumerable<TestCaseData> Good() =>
        File.ReadLines(Path.Combine(Folder, "good", "cases.jsonl")).Select(line => new TestCaseData(line).SetArgDisplayNames(JsonNode.Parse(line)!["name"]!.ToString()));

    [TestCaseSource(nameof(Good))]
    public void Ends_as_it_did_on_Elsa(string line)
    {
        JsonNode given = JsonNode.Parse(line)!;
        WorkflowDefinition definition = Play.Read(Path.Combine(Folder, "good", given["file"]!.ToString()));
        string[] arguments = [.. given["args"]!.AsArray().Select(arg => arg!.ToString())];
        if (!arguments.Contains("--allow-unsound")) Assert.That(SoundnessCheck.Check(definition).Faults, Is.Empty);
        Rehearsal rehearsal = Play.Arguments(definition, arguments);
        JsonObject report = rehearsal.Report();
        foreach ((string name, JsonNode? expected) in given["expect"]!.AsObject())
        {
            if (name == "seconds") continue;
            JsonNode? actual = name == "bookmarks" ? new JsonArray([.. report["bookmarks"]!.AsArray().Select(each => each!["activity"]!.DeepClone())]) : report[name];
            Assert.That(JsonNode.DeepEquals(actual, expected), Is.True, () => string.Create(CultureInfo.InvariantCulture, $"{name}: {actual?.ToJsonString()} instead of {expected?.ToJsonString()}"));
        }
    }

    static IEnumerable<TestCaseData> Bad() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "bad", "expect.json")))!.AsObject()
            .Select(each => new TestCaseData(each.Key, each.Value!["contains"]!.Deserialize<string[]>()).SetArgDisplayNames(each.Key));

    [TestCaseSource(nameof(Bad))]
    public void Is_refused_with_the_place_of_its_fault(string file, string[] contains)
    {
        string lines = string.Join('\n', Play.Faults(File.ReadAllBytes(Path.Combine(Folder, "bad", file))));
        Assert.That(contains.Any(part => lines.Contains(part, StringComparison.Ordinal)), Is.True, $"faults: {lines}");
    }
}
