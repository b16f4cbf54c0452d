using System.Text.Json;
using OcopScoring.Core.Cycles;

namespace OcopScoring.Core.Tests.Cycles;

public class RegimeFolderTests
{
    string root = "";

    [SetUp]
    public void CopyTheRegimes()
    {
        root = Directory.CreateTempSubdirectory("ocop-regimes-").FullName;
        foreach (var file in Directory.GetFiles(RegimesThatShip.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root, Path.GetRelativePath(RegimesThatShip.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void RemoveThem() => Directory.Delete(root, recursive: true);

    string In(params string[] path) => Path.Combine([root, .. path]);

    RegimeFault[] Faults(string id) => [.. RegimeFolder.Load(In(id)).Faults];

    [Test]
    public void A_folder_gives_its_files_byte_for_byte_in_order_of_their_names([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        var folder = RegimeFolder.Load(In(id)).Folder!;
        Assert.Multiple(() =>
        {
            Assert.That(folder.Document.Bytes.ToArray(), Is.EqualTo(File.ReadAllBytes(In(id, "regime.json"))));
            Assert.That(folder.Workflows.Select(w => w.Name), Is.EqualTo(new[] { "evaluation.workflow.json", "re-evaluation.workflow.json" }));
            Assert.That(folder.Workflow("evaluation").Bytes.ToArray(), Is.EqualTo(File.ReadAllBytes(In(id, "evaluation.workflow.json"))));
            Assert.That(folder.Rubrics.Select(r => r.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        });
    }

    [TestCase("qd26-2026", 26)]
    [TestCase("qd148-2023", 26)]
    [TestCase("qd1048-2019", 5)]
    public void Rubrics_are_those_of_the_regime_that_is_named(string id, int count) =>
        Assert.That(RegimeFolder.Load(In(id)).Folder!.Rubrics, Has.Length.EqualTo(count));

    [Test]
    public void Borrowed_and_partial_rubrics_say_so() => Assert.Multiple(() =>
    {
        Assert.That(RegimeFolder.Load(In("qd148-2023")).Folder!.Regime.Rubrics.Notice!.En, Does.Contain("not available"));
        Assert.That(RegimeFolder.Load(In("qd1048-2019")).Folder!.Regime.Rubrics.Notice, Is.Not.Null);
        Assert.That(RegimeFolder.Load(In("qd26-2026")).Folder!.Regime.Rubrics.Notice, Is.Null);
    });

    [Test]
    public void Each_flow_carries_the_id_of_its_regime_and_its_name([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        foreach (var flow in RegimeFolder.Load(In(id)).Folder!.Workflows)
        {
            using var document = JsonDocument.Parse(flow.Bytes);
            Assert.That(document.RootElement.GetProperty("definitionId").GetString() + ".workflow.json", Is.EqualTo($"{id}-{flow.Name}"));
        }
    }

    [Test]
    public void A_folder_without_a_regime_is_refused()
    {
        File.Delete(In("qd26-2026", "regime.json"));
        Assert.That(Faults("qd26-2026").Select(f => (f.File, f.Path)), Is.EqualTo(new[] { ("regime.json", "$") }));
    }

    [Test]
    public void A_folder_that_does_not_bear_the_id_is_refused()
    {
        Directory.Move(In("qd26-2026"), In("qd26"));
        Assert.That(Faults("qd26").Select(f => f.Path), Has.Member("id"));
    }

    [Test]
    public void A_flow_that_is_named_but_missing_is_refused()
    {
        File.Delete(In("qd26-2026", "re-evaluation.workflow.json"));
        Assert.That(Faults("qd26-2026").Select(f => f.Path), Is.EqualTo(new[] { "workflows" }));
    }

    [Test]
    public void Rubrics_that_are_pointed_at_but_missing_are_refused()
    {
        Directory.Delete(In("qd26-2026", "rubrics"), recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That(Faults("qd26-2026").Select(f => f.Path), Is.EqualTo(new[] { "rubrics.from" }));
            Assert.That(Faults("qd148-2023").Select(f => f.Path), Is.EqualTo(new[] { "rubrics.from" }));
            Assert.That(Faults("qd1048-2019"), Is.Empty);
        });
    }

    [TestCase("\"value\": \"province-secretary\" } },\n        \"tier\"", "\"value\": \"province-chair\" } },\n        \"tier\"", ".role")]
    [TestCase("\"value\": \"province-reception\"", "\"value\": \"province-intake\"", ".task")]
    [TestCase("Accepted", "Received", ".outcomes")]
    [TestCase("\"value\": \"received\"", "\"value\": \"welcome\"", ".template")]
    [TestCase("\"value\": \"commune-officer\" } },\n        \"metadata\"", "\"value\": \"mayor\" } },\n        \"metadata\"", ".to")]
    [TestCase("\"value\": 10 }", "\"value\": 12 }", ".dueWorkingDays")]
    [TestCase("\"[3, 1]\"", "\"[5, 1]\"", ".remindDaysBefore")]
    [TestCase("\"Expired\"", "\"Late\"", ".overdueOutcome")]
    [TestCase("\"value\": \"central\" }", "\"value\": \"national\" }", ".tier")]
    public void A_flow_that_contradicts_its_regime_is_refused_at_the_input(string find, string put, string input)
    {
        var file = In("qd26-2026", "evaluation.workflow.json");
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(find));
        File.WriteAllText(file, text.Replace(find, put, StringComparison.Ordinal));
        Assert.That(Faults("qd26-2026").Where(f => f.File == "evaluation.workflow.json").Select(f => f.Path), Has.Some.EndsWith(input).And.Some.StartsWith("root.activities["));
    }

    [Test]
    public void A_flow_that_the_engine_does_not_understand_is_refused_at_its_path()
    {
        var file = In("qd26-2026", "evaluation.workflow.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Ocop.Recognise", "Ocop.Recognize", StringComparison.Ordinal));
        Assert.That(Faults("qd26-2026").Select(f => (f.File, f.Path)), Has.Some.Matches<(string File, string Path)>(f => f.File == "evaluation.workflow.json" && f.Path.StartsWith("root.activities[", StringComparison.Ordinal)));
    }

    [Test]
    public void A_task_or_notice_that_no_flow_uses_is_refused()
    {
        File.WriteAllText(In("qd26-2026", "regime.json"), File.ReadAllText(In("qd26-2026", "regime.json"))
            .Replace("\"id\": \"province-approval\"", "\"id\": \"province-consent\"", StringComparison.Ordinal)
            .Replace("\"id\": \"site-visit\"", "\"id\": \"visit\"", StringComparison.Ordinal));
        Assert.That(Faults("qd26-2026").Select(f => f.Message), Has.Member("'province-consent' is used by no flow").And.Member("'visit' is used by no flow"));
    }

    [Test]
    public void A_flow_that_is_no_json_is_refused()
    {
        File.WriteAllText(In("qd26-2026", "evaluation.workflow.json"), "{");
        Assert.That(Faults("qd26-2026").Select(f => (f.File, f.Path)), Has.Member(("evaluation.workflow.json", "$")));
    }
}
