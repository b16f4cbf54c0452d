using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class Soundness
{
    static void Only(Flow flow, SoundnessKind kind, string path, string message)
    {
        SoundnessReport report = flow.Check();
        Assert.That(report.Faults.Select(fault => (fault.Kind, fault.Path)), Is.EqualTo(new[] { (kind, path) }), string.Join('\n', report.Faults.Select(fault => fault.Message)));
        Assert.That(report.Faults[0].Message, Does.Contain(message));
    }

    [Test]
    public void Each_open_outcome_is_named_unless_it_ends_on_purpose()
    {
        Flow flow = Flow.Of("start > t", "t:Ok > x", "t:Never > end").Task("t", "Ok", "No", "Maybe", "Never").Line("x");
        Assert.That(flow.Check().Faults.Select(fault => fault.Message), Is.EquivalentTo(new[]
        {
            "'t': the outcome 'No' leads nowhere.", "'t': the outcome 'Maybe' leads nowhere.", "'x': the outcome 'Done' leads nowhere.",
        }));
        Flow good = Flow.Of("start > t", "t:Ok > x", "t:No > end").Task("t", "Ok", "No", "Maybe").EndsHere("t", "Maybe").Line("x").EndsHere("x", "Done");
        Assert.That(good.Check().Faults, Is.Empty);
    }

    [Test]
    public void Only_open_outcomes_can_be_told_from_worse()
    {
        Assert.That(Flow.Of("start > t", "t:Ok > end").Task("t", "Ok", "No").Check().HasOnlyOpenOutcomes, Is.True);
        Assert.That(Flow.Of("start > t", "t:Ok > end").Task("t", "Ok", "No").Task("lost", "Ok").Check().HasOnlyOpenOutcomes, Is.False);
    }

    [Test]
    public void An_overdue_outcome_must_lead_somewhere_too()
    {
        JsonObject task = Flow.TaskOf("t", "Ok");
        task["dueWorkingDays"] = 1;
        task["overdueOutcome"] = "Late";
        Only(Flow.Of("start > t", "t:Ok > end").Add(task), SoundnessKind.OpenOutcome, "root.activities[2]", "'Late' leads nowhere");
    }

    [Test]
    public void What_only_an_end_leads_to_is_unreachable() =>
        Only(Flow.Of("start > end", "end > x").Line("x").EndsHere("x", "Done"), SoundnessKind.Unreachable, "root.activities[2]", "'x'");

    [Test]
    public void What_stands_behind_an_end_in_a_sequence_is_unreachable() =>
        Only(Flow.Root(new JsonObject { ["id"] = "s", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray(new JsonObject { ["id"] = "f", ["type"] = "Elsa.Finish" }, Flow.LineOf("x", "")) }), SoundnessKind.Unreachable, "root.activities[1]", "'f' ends the sequence");

    [Test]
    public void A_loop_that_never_waits_is_named_step_by_step() =>
        Only(Flow.Of("start > a", "a > d", "d:False > a", "d:True > end").Line("a").Decision("d"), SoundnessKind.LoopWithoutWait, "root.activities[2]", "a → d → a");

    [Test]
    public void A_while_needs_something_that_waits()
    {
        JsonObject While(JsonNode body) => new() { ["id"] = "w", ["type"] = "Elsa.While", ["condition"] = true, ["body"] = body };
        Only(Flow.Of("start > w", "w > end").Add(While(Flow.LineOf("x", ""))), SoundnessKind.LoopWithoutWait, "root.activities[2]", "'w'");
        Assert.That(Flow.Of("start > w", "w > end").Add(While(Flow.TaskOf("t", "Ok"))).Check().Faults, Is.Empty);
    }

    [Test]
    public void A_ring_without_way_out_cannot_end()
    {
        Flow flow = Flow.Of("start > a", "a:Ok > b", "a:Out > end", "b:Ok > c", "c:Ok > b").Task("a", "Ok", "Out").Task("b", "Ok").Task("c", "Ok");
        Only(flow, SoundnessKind.CannotEnd, "root.activities[3]", "start, a:Ok");
    }

    [Test]
    public void A_join_of_all_behind_a_decision_waits_for_ever() =>
        Only(Flow.Of("start > d", "d:True > a", "d:False > b", "a:Ok > j", "b:Ok > j", "j > end").Decision("d").Task("a", "Ok").Task("b", "Ok").Join("j", "WaitAll"), SoundnessKind.DeadJoin, "root.activities[5]", "d:True, a:Ok");

    [Test]
    public void A_merge_that_waits_for_an_end_waits_for_ever()
    {
        // The connection of e is never visited, because e ends the flow: m would wait for it although a arrived.
        Flow flow = Flow.Of("start > d", "d:True > a", "d:False > e", "a:Ok > m", "e > m", "m > end").Decision("d").Task("a", "Ok").Add(new JsonObject { ["id"] = "e", ["type"] = "Elsa.Complete" }).Line("m");
        Assert.That(flow.Check().Faults, Is.Empty, "when the decision is true, e is passed over and so is its connection");
        Flow dead = Flow.Of("start > a", "start > b", "a:Ok > m", "b:Ok > e", "b:No > x", "e > m", "m > end").Task("a", "Ok").Task("b", "Ok", "No").Line("x").EndsHere("x", "Done").Add(new JsonObject { ["id"] = "e", ["type"] = "Elsa.Complete" }).Line("m");
        Assert.That(dead.Check().Faults, Is.Empty);
    }

    [Test]
    public void Returning_past_an_open_branch_is_refused_because_it_has_no_end()
    {
        Flow flow = Flow.Of("start > prep", "prep:Ok > a", "prep:Ok > b", "a:Ok > chair", "a:Back > prep", "b:Ok > chair", "chair:Ok > end").Task("prep", "Ok").Task("a", "Ok", "Back").Task("b", "Ok").Task("chair", "Ok");
        SoundnessReport report = flow.Check();
        Assert.That(report.Faults.Select(fault => fault.Kind), Does.Contain(SoundnessKind.Bound));
    }

    static Flow Wide(int branches, int steps, string mode)
    {
        string[] names = [.. Enumerable.Range(0, branches).Select(i => $"B{i}")];
        Flow flow = Flow.Of("start > k", "j > end").Fork("k", names).Join("j", mode);
        for (int i = 0; i < branches; i++)
        {
            flow.Connect($"k:B{i} > t{i}x0");
            for (int s = 0; s < steps; s++)
            {
                flow.Task($"t{i}x{s}", "Ok", "No");
                string next = s == steps - 1 ? "j" : $"t{i}x{s + 1}";
                flow.Connect($"t{i}x{s}:Ok > {next}").Connect($"t{i}x{s}:No > {(s == 0 ? next : $"t{i}x0")}");
            }
        }

        return flow;
    }

    [TestCase("WaitAll")]
    [TestCase("WaitAllActive")]
    public void Twenty_parallel_branches_of_five_steps_with_returns_are_proved_with_few_states(string mode)
    {
        SoundnessReport report = Wide(20, 5, mode).Check();
        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.States, Is.LessThan(2_000));
    }

    [Test]
    public void Twenty_parallel_decisions_are_proved_with_few_states()
    {
        Flow flow = Flow.Of("start > k", "j:Ok > end").Fork("k", [.. Enumerable.Range(0, 20).Select(i => $"B{i}")]).Task("j", "Ok");
        for (int i = 0; i < 20; i++)
            flow.Connect($"k:B{i} > d{i}").Connect($"d{i}:True > a{i}").Connect($"d{i}:False > b{i}").Connect($"a{i}:Ok > j").Connect($"b{i}:Ok > j").Decision($"d{i}").Task($"a{i}", "Ok").Task($"b{i}", "Ok");
        SoundnessReport report = flow.Check();
        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.States, Is.LessThan(2_000));
    }

    [Test]
    public void One_dead_join_among_many_branches_is_found()
    {
        Flow flow = Wide(12, 3, "WaitAll");
        flow.Task("odd", "Ok", "No").Connect("k:B12 > odd").Connect("odd:Ok > j").EndsHere("odd", "No");
        JsonObject json = flow.ToJson();
        json["root"]!["activities"]!.AsArray().First(each => each!["id"]!.ToString() == "k")!["branches"] = Flow.List([.. Enumerable.Range(0, 13).Select(i => $"B{i}")]);
        WorkflowDefinition definition = Play.Read(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(json));
        Assert.That(SoundnessCheck.Check(definition).Faults.Select(fault => (fault.Kind, fault.Path)), Is.EqualTo(new[] { (SoundnessKind.DeadJoin, "root.activities[3]") }));
    }

    [Test]
    public void The_search_says_when_it_hits_its_bound()
    {
        SoundnessReport report = SoundnessCheck.Check(Wide(8, 4, "WaitAny").Read(), new SoundnessBounds(500, TimeSpan.FromMinutes(1)), default);
        Assert.That(report.Faults.Select(fault => fault.Kind), Is.EqualTo(new[] { SoundnessKind.Bound }));
        Assert.That(report.Faults[0].Message, Does.Contain("stopped after 500 states"));
        Assert.That(report.States, Is.EqualTo(500));
    }

    [Test]
    public void The_search_can_be_given_up()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => SoundnessCheck.Check(Wide(3, 2, "WaitAll").Read(), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Nested_containers_are_searched_too()
    {
        JsonObject ring = new()
        {
            ["id"] = "sub",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = new JsonArray(Flow.TaskOf("a", "Ok"), Flow.TaskOf("b", "Ok")),
            ["connections"] = JsonNode.Parse("""[{"source":"a","target":"b","sourcePort":"Ok"},{"source":"b","target":"a","sourcePort":"Ok"}]"""),
        };
        Only(Flow.Of("start > each", "each > end").Add(new JsonObject { ["id"] = "each", ["type"] = "Elsa.ParallelForEach", ["items"] = Flow.Js("[1]"), ["body"] = ring }), SoundnessKind.CannotEnd, "root.activities[2].body", "each:1 item");
    }

    [Test]
    public void All_shipped_flows_are_sound()
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "OcopScoring.sln"))) folder = Path.GetDirectoryName(folder);
        string[] files = Directory.GetFiles(Path.Combine(folder!, "workflows"), "*.workflow.json", SearchOption.AllDirectories);
        Assert.That(files, Has.Length.GreaterThanOrEqualTo(6));
        Assert.Multiple(() =>
        {
            foreach (string file in files) Assert.That(Play.Faults(File.ReadAllBytes(file)), Is.Empty, file);
        });
    }
}
