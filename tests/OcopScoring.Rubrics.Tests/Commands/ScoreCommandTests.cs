using System.Text.Json.Nodes;
using OcopScoring.Cli.Commands;

namespace OcopScoring.Rubrics.Tests.Commands;

public sealed class ScoreCommandTests
{
    static readonly string Rubric = Official.File("QD26-11");
    string folder = null!;

    [SetUp]
    public void Make_a_folder() => folder = Directory.CreateTempSubdirectory("score-").FullName;

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(folder, recursive: true);

    static (int Code, string Out, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = ScoreCommand.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    string Put(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    string Sheets(Action<JsonObject>? change = null)
    {
        var json = Given.SheetsJson(Official.Rubric("QD26-11"));
        change?.Invoke(json);
        return Put("sheets.json", json.ToJsonString());
    }

    [Test]
    public void The_result_is_one_JSON_document()
    {
        var (code, output, error) = Run(Rubric, Sheets(), "--json");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo(
            """{"rubric":"QD26-11","status":"classified","voting":2,"counted":2,"attendance":"1","mean":"100","meanDecimal":"100.0000","parts":{"A":"40","B":"25","C":"35"},"spread":0,"starsByPoints":5,"starCap":5,"stars":5,"certifiable":true,"unmetMarks":[],"flags":[]}""" + "\n"));
    }

    [Test]
    public void Rules_are_taken_and_options_may_stand_anywhere()
    {
        var sheets = Sheets(json => json["sheets"]![0]!["flags"] = new JsonArray("FORGED_DOSSIER"));
        var rules = Put("rules.json", """{"schema":"ocop-council-rules/1","knockoutBasis":"any"}""");
        Assert.That(Run(Rubric, sheets, "--json").Out, Does.Contain("\"classified\""));
        Assert.That(Run("--json", Rubric, "--rules", rules, sheets).Out, Does.Contain("\"disqualified\"").And.Contain("[\"FORGED_DOSSIER\"]"));
    }

    [Test]
    public void A_person_reads_a_table()
    {
        var (code, output, _) = Run(Rubric, Sheets(json =>
        {
            foreach (var sheet in json["sheets"]!.AsArray()) sheet!["choices"]!["1.1"] = null;
        }));
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("classified").And.Contain("97.0000  = 97").And.Contain("2  (by points 5, cap 2; not certifiable)").And.Contain("3 stars: 1.1 needs 2, has 0.0000"));
        Assert.That(Run(Rubric, Sheets(json => json["sheets"] = new JsonArray())).Out, Does.Contain("no quorum").And.Not.Contain("mean"));
    }

    [Test]
    public void No_quorum_is_a_result_and_no_error() =>
        Assert.That(Run(Rubric, Sheets(json => json["sheets"] = new JsonArray()), "--json").Code, Is.Zero);

    [Test]
    public void A_refused_place_is_named_with_its_file()
    {
        var sheets = Sheets(json =>
        {
            json["sheets"]![1]!["choices"]!["1.1"] = "1.2.a";
            json["sheets"]![1]!["flags"] = new JsonArray("NO");
        });
        Assert.That(Run(Rubric, sheets, "--json"), Is.EqualTo((1, "",
            $"{sheets}: sheets[1].choices['1.1']: The criterion '1.1' has no option '1.2.a'.\n{sheets}: sheets[1].flags[0]: The rubric QD26-11 has no knock-out 'NO'.\n")));
    }

    [Test]
    public void Faults_of_rules_and_sheets_are_told_together()
    {
        var rules = Put("rules.json", """{"schema":"ocop-council-rules/1","maxspread":10}""");
        var sheets = Sheets(json => json["rubric"] = "QD26-12");
        var (code, output, error) = Run(Rubric, sheets, "--rules", rules);
        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain($"{rules}: maxspread: ").And.Contain($"{sheets}: rubric: "));
    }

    [Test]
    public void A_bad_rubric_is_named()
    {
        var rubric = Put("rubric.json", Official.Json("QD26-11").ToJsonString().Replace("\"total_max\":100", "\"total_max\":99", StringComparison.Ordinal));
        Assert.That(Run(rubric, Sheets()), Is.EqualTo((1, "", $"{rubric}: total_max: The leaves of the rubric have 100 points together, not 99.\n")));
    }

    [Test]
    public void Missing_files_are_named()
    {
        Assert.That(Run("no-rubric.json", Sheets()), Is.EqualTo((1, "", "no-rubric.json: $: There is no such file.\n")));
        Assert.That(Run(Rubric, "no-sheets.json"), Is.EqualTo((1, "", "no-sheets.json: $: There is no such file.\n")));
        Assert.That(Run(Rubric, Sheets(), "--rules", "no-rules.json"), Is.EqualTo((1, "", "no-rules.json: $: There is no such file.\n")));
        Assert.That(Run(Rubric, Path.Combine(folder, "none", "x.json")).Error, Does.EndWith(": $: There is no such file.\n"));
        Assert.That(Run(Rubric, folder), Is.EqualTo((1, "", $"{folder}: $: This is a folder; a file is expected.\n")));
    }

    [TestCase]
    [TestCase("a.json")]
    [TestCase("a.json", "b.json", "c.json")]
    [TestCase("a.json", "b.json", "--rules")]
    [TestCase("a.json", "b.json", "--rules", "--json")]
    [TestCase("a.json", "b.json", "--rules", "r", "--rules", "r")]
    [TestCase("a.json", "b.json", "--json", "--json")]
    [TestCase("a.json", "b.json", "--JSON")]
    [TestCase("a.json", "b.json", "--rules=r.json")]
    [TestCase("a.json", "b.json", "-x")]
    public void Wrong_use_is_told_on_standard_error(params string[] args)
    {
        var (code, output, error) = Run(args);
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.EndWith("Usage: ocop score RUBRIC.json SHEETS.json [--rules RULES.json] [--json]\n"));
    }
}
