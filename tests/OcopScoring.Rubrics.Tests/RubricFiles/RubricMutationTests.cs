using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcopScoring.Rubrics.Tests.RubricFiles;

/// <summary>Takes an official rubric, breaks one property, and expects the fault at that very place; for every property of the file.</summary>
[TestFixture("QD26-11")]
[TestFixture("QD26-26")]
[TestFixture("QD1048-06")]
public sealed class RubricMutationTests(string code)
{
    /// <summary>Properties that a file may leave out, where nothing else in the file speaks of them.</summary>
    static readonly Regex MayBeLeftOut = new(
        @"^(set_code_note|label_en|sector|group_vi|managing_agencies|samples_required|dossier_disqualifiers|quirks"
        + @"|source\.(official_url|transcript_read|read_from)|checks\.reconstructed_option_values"
        + @"|parts\[\d\]\.criteria\[\d+\]\.(sourced|rules)"
        + @"|parts\[\d\]\.criteria\[\d+\]\.options\[\d+\]\.(reconstructed|transcript_value|case|min_star))$");

    static readonly Regex MayBeNull = new(@"^(effective_to|min_star_rule|parts\[\d\]\.criteria\[\d+\]\.(parent|options\[\d+\]\.(min_star|transcript_value)))$");

    readonly JsonElement root = JsonDocument.Parse(Official.Bytes(code)).RootElement;

    IEnumerable<(string Path, JsonElement Value)> Properties => JsonEdit.Properties(root).Where(property => property.Path != "schema");

    /// <summary>Without the third and later options of a leaf and rows of marks, which are read like the first two.</summary>
    IEnumerable<(string Path, JsonElement Value)> Some => Properties.Where(property => !Regex.IsMatch(property.Path, @"(options|min_star_marks)\[([2-9]|\d\d)"));

    [Test]
    public void Copied_without_a_change_it_is_good() =>
        Assert.That(RubricReader.Read(JsonEdit.Rename(root, "set_no", name => name)).Faults, Is.Empty);

    [Test]
    public void A_property_left_out_is_named_by_the_path_it_would_have() => ForEach(Properties, (path, value) =>
    {
        var faults = RubricReader.Read(JsonEdit.Remove(root, path)).Faults;
        if (path == "min_star_marks") return root.GetProperty(path).GetArrayLength() == faults.Count && faults.All(fault => fault.Path.EndsWith(".min_star", StringComparison.Ordinal));
        if (!MayBeLeftOut.IsMatch(path)) return faults.Any(fault => fault.Path == path && fault.Message.EndsWith(" is missing.", StringComparison.Ordinal));
        // Without its min_star an option leaves a row behind; nothing else depends on what may be left out, as cases here differ in points or label.
        return path.EndsWith(".min_star", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.Number
            ? faults is [{ Path: var row }] && row.StartsWith("min_star_marks[", StringComparison.Ordinal)
            : faults.Count == 0;
    });

    [Test]
    public void A_property_given_twice_is_the_only_fault() => ForEach(Some, (path, _) =>
        RubricReader.Read(JsonEdit.Twice(root, path)).Faults is [var fault] && fault.Path == path && fault.Message.EndsWith(" is given twice.", StringComparison.Ordinal));

    [Test]
    public void A_property_in_other_letters_is_unknown() => ForEach(Some, (path, _) =>
    {
        var renamed = path[..^1] + char.ToUpperInvariant(path[^1]);
        if (renamed == path) renamed = path[..^1] + char.ToLowerInvariant(path[^1]);
        var name = renamed[(renamed.LastIndexOf('.') + 1)..];
        return RubricReader.Read(JsonEdit.Rename(root, path, _ => name)).Faults
            .Any(fault => fault.Path == renamed && fault.Message.EndsWith(" is unknown here.", StringComparison.Ordinal));
    });

    [Test]
    public void A_value_of_another_type_is_refused_at_its_place() => ForEach(Some, (path, value) =>
    {
        string[] wrong = value.ValueKind switch
        {
            JsonValueKind.String => ["1", "true", "{}", "[]"],
            JsonValueKind.Number => ["\"1\"", "true", "{}", "[]", "1.5", "-1", "1.0", "1e0", "99999999999"],
            JsonValueKind.True or JsonValueKind.False => ["\"true\"", "1", "{}", "[]"],
            JsonValueKind.Array => ["{}", "\"x\"", "1"],
            JsonValueKind.Object => ["[]", "\"x\"", "1"],
            _ => ["true", "{}", "[]"],
        };
        return wrong.All(json => RubricReader.Read(JsonEdit.Replace(root, path, json)).Faults.Any(fault => fault.Path == path));
    });

    [Test]
    public void Null_is_refused_where_a_value_is_needed() => ForEach(Some.Where(property => !MayBeNull.IsMatch(property.Path)), (path, _) =>
        RubricReader.Read(JsonEdit.Replace(root, path, "null")).Faults.Any(fault => fault.Path == path));

    [Test]
    public void An_empty_name_is_refused_where_a_name_is_needed() => ForEach(
        Some.Where(property => Regex.IsMatch(property.Path, @"(^|\.)(id|label_vi|parent|set_code|regime|type|option|criterion|label_kind)$") && property.Value.ValueKind == JsonValueKind.String),
        (path, _) => RubricReader.Read(JsonEdit.Replace(root, path, "\"\"")).Faults.Any(fault => fault.Path == path));

    [Test]
    public void An_unknown_property_is_the_only_fault() => ForEach(Some, (path, _) =>
    {
        var faults = RubricReader.Read(JsonEdit.AddAfter(root, path, "no_such", "[1]")).Faults;
        var dot = path.LastIndexOf('.');
        return faults is [var fault] && fault.Path == (dot < 0 ? "no_such" : path[..dot] + ".no_such");
    });

    static void ForEach(IEnumerable<(string Path, JsonElement Value)> properties, Func<string, JsonElement, bool> holds)
    {
        var all = properties.ToList();
        var failed = all.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(property => !holds(property.Path, property.Value)).Select(property => property.Path).ToList();
        Assert.That(all, Is.Not.Empty);
        Assert.That(failed, Is.Empty);
    }
}
