using System.Text;
using System.Text.Json.Nodes;
using OcopScoring.Core.Cycles;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>Each property of the shipped documents is taken away, doubled, misspelt and given a wrong type in turn: none goes unnoticed.</summary>
public class RegimeReaderTests
{
    static readonly JsonNode Qd26 = JsonNode.Parse(Json("qd26-2026"))!;
    static readonly JsonNode Qd148 = JsonNode.Parse(Json("qd148-2023"))!;

    static string Json(string id) => File.ReadAllText(Path.Combine(RegimesThatShip.Path(id), RegimeReader.FileName));

    static RegimeReading Read(string json) => RegimeReader.Read(Encoding.UTF8.GetBytes(json));

    static RegimeReading Read(JsonNode node) => Read(node.ToJsonString());

    [Test]
    public void The_regimes_that_ship_are_read_without_a_fault([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        var (regime, faults) = Read(Json(id));
        Assert.Multiple(() =>
        {
            Assert.That(faults, Is.Empty);
            Assert.That(regime!.Id, Is.EqualTo(id));
        });
    }

    [Test]
    public void A_property_that_is_missing_is_reported_at_the_path_it_would_have()
    {
        foreach (var (path, _) in RegimeJsonPaths.Properties(Qd148).Where(p => !p.Path.EndsWith("note", StringComparison.Ordinal)))
        {
            var document = Qd148.DeepClone();
            RegimeJsonPaths.Remove(document, path);
            Assert.That(Read(document).Faults.Select(f => f.Path), Has.Member(path), path);
        }
    }

    [Test]
    public void A_note_may_be_left_out()
    {
        foreach (var (path, _) in RegimeJsonPaths.Properties(Qd148).Where(p => p.Path.EndsWith("note", StringComparison.Ordinal)))
        {
            var document = Qd148.DeepClone();
            RegimeJsonPaths.Remove(document, path);
            Assert.That(Read(document).Faults, Is.Empty, path);
        }
    }

    [Test]
    public void An_unknown_property_is_an_error_in_every_object()
    {
        foreach (var path in RegimeJsonPaths.Objects(Qd26))
        {
            var document = Qd26.DeepClone();
            ((JsonObject)RegimeJsonPaths.At(document, path)!)["titel"] = "x";
            Assert.That(Read(document).Faults.Select(f => f.Path), Has.Member(path.Length == 0 ? "titel" : path + ".titel"), path);
        }
    }

    [Test]
    public void A_value_of_another_type_is_reported_at_its_path()
    {
        foreach (var (path, value) in RegimeJsonPaths.Properties(Qd148))
        {
            var document = Qd148.DeepClone();
            RegimeJsonPaths.Replace(document, path, value is JsonValue v && v.TryGetValue<bool>(out _) ? JsonValue.Create(1) : JsonValue.Create(true));
            Assert.That(Read(document).Faults.Select(f => f.Path), Has.Some.StartsWith(path), path);
        }
    }

    [Test]
    public void A_text_that_is_blank_is_an_error_in_either_language()
    {
        foreach (var (path, _) in RegimeJsonPaths.Properties(Qd26).Where(p => p.Path.EndsWith(".vi", StringComparison.Ordinal) || p.Path.EndsWith(".en", StringComparison.Ordinal)))
        {
            var document = Qd26.DeepClone();
            var blank = RegimeJsonPaths.At(document, path) is JsonArray ? (JsonNode)new JsonArray(" ") : JsonValue.Create(" ");
            RegimeJsonPaths.Replace(document, path, blank);
            Assert.That(Read(document).Faults.Select(f => f.Path), Has.Some.StartsWith(path), path);
        }
    }

    [Test]
    public void A_property_given_twice_is_an_error() =>
        Assert.That(Read(Json("qd26-2026").Replace("\"title\": {", "\"id\": \"qd26-2026\", \"title\": {", StringComparison.Ordinal)).Faults.Select(f => f.ToString()),
            Has.Member("regime.json: id: The property 'id' is given twice."));

    [Test]
    public void Decomposed_letters_are_refused() =>
        Assert.That(Read(Json("qd26-2026").Replace("\"vi\": \"Cấp tỉnh\"", $"\"vi\": \"{"Cấp tỉnh".Normalize(NormalizationForm.FormD)}\"", StringComparison.Ordinal)).Faults.Select(f => f.Path),
            Is.EqualTo(new[] { "tiers[1].title.vi" }));

    [TestCase("", "$")]
    [TestCase("\uFEFF{}", "$")]
    [TestCase("""{ "schema": "ocop-regime/1", "\ud800": 1 }""", "$")]
    [TestCase("[]", "$")]
    [TestCase("{", "$")]
    [TestCase("{}", "schema")]
    [TestCase("""{ "schema": "ocop-regime/2" }""", "schema")]
    [TestCase("""{ "schema": 1 }""", "schema")]
    public void What_is_no_regime_is_refused_at_once(string json, string path) =>
        Assert.That(Read(json).Faults[0].Path, Is.EqualTo(path));

    [Test]
    public void A_name_with_a_hyphen_is_written_in_brackets()
    {
        var document = Qd26.DeepClone();
        ((JsonObject)document["workflows"]!).Remove("re-evaluation");
        Assert.That(Read(document).Faults.Select(f => f.Path), Is.EqualTo(new[] { "workflows['re-evaluation']" }));
    }
}
