using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

/// <summary>Merges, joins, returns and ends, trace for trace.</summary>
[TestFixture]
public sealed class Flows
{
    static Flow Fork(string mode) => Flow.Of("start > k", "k:A > a", "k:B > b", "a:Ok > j", "b:Ok > j", "j > after", "after > end")
        .Fork("k", "A", "B").Task("a", "Ok").Task("b", "Ok").Join("j", mode).Line("after");

    [TestCase("WaitAll")]
    [TestCase("WaitAllActive")]
    public void A_join_of_all_runs_after_the_last(string mode)
    {
        Rehearsal run = Fork(mode).Run("--resume", "b:Ok");
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "b" }));
        Assert.That(run.Resume("a", "Ok", null), Is.Null);
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "b", "a", "j", "after", "end" }));
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Finished));
    }

    [Test]
    public void A_join_of_any_runs_once_and_withdraws_the_others()
    {
        Rehearsal run = Fork("WaitAny").Run("--resume", "b:Ok");
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "b", "j", "after", "end" }));
        Assert.That(run.State.Bookmarks, Is.Empty);
        Assert.That(run.Resume("a", "Ok", null)!.Code, Is.EqualTo("unknown-bookmark"));
    }

    [Test]
    public void A_join_of_any_with_an_automatic_branch_runs_once()
    {
        Flow flow = Flow.Of("start > k", "k:A > a", "k:B > b", "a > j", "b:Ok > j", "j > t", "t:Ok > end").Fork("k", "A", "B").Line("a").Task("b", "Ok").Join("j", "WaitAny").Task("t", "Ok");
        Rehearsal run = flow.Run();
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "a", "j" }));
        Assert.That(run.State.Bookmarks.Select(bookmark => bookmark.ActivityId), Is.EqualTo(new[] { "t" }));
        Assert.That(flow.Check().Faults, Is.Empty);
    }

    [Test]
    public void What_a_withdrawn_branch_would_have_met_elsewhere_is_passed_over()
    {
        // b also leads to m, which waits for c as well: when the join withdraws b, m runs for c alone.
        Flow flow = Flow.Of("start > k", "k:A > a", "k:B > b", "k:C > c", "a:Ok > j", "b:Ok > j", "b:Ok > m", "c:Ok > m", "j > end2", "m:Ok > end2", "end2 > end")
            .Fork("k", "A", "B", "C").Task("a", "Ok").Task("b", "Ok").Task("c", "Ok").Join("j", "WaitAny").Task("m", "Ok").Line("end2");
        Rehearsal run = flow.Run("--resume", "c:Ok", "--resume", "a:Ok");
        Assert.That(run.State.Bookmarks.Select(bookmark => bookmark.ActivityId), Is.EqualTo(new[] { "m" }));
        Assert.That(run.Resume("m", "Ok", null), Is.Null);
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "c", "a", "j", "m", "end2", "end" }));
    }

    [Test]
    public void A_dead_path_lets_a_merge_run_and_skips_a_join_of_all()
    {
        Flow With(string mode) => Flow.Of("start > k", "k:A > d", "k:B > b", "d:True > j", "d:False > x", "b:Ok > j", "j > after", "after > end")
            .Input("Go").Fork("k", "A", "B").Decision("d", "getGo()").Line("x").EndsHere("x", "Done").Task("b", "Ok").Join("j", mode).Line("after");
        string[] no = ["--input", "Go=false", "--resume", "b:Ok"], yes = ["--input", "Go=true", "--resume", "b:Ok"];
        Assert.Multiple(() =>
        {
            Assert.That(With("WaitAll").Trace(yes), Is.EqualTo("k d b j after"));
            Assert.That(With("WaitAll").Trace(no), Is.EqualTo("k d x b"));
            Assert.That(With("WaitAllActive").Trace(no), Is.EqualTo("k d x b j after"));
            Assert.That(With("WaitAny").Trace(no), Is.EqualTo("k d x b j after"));
        });
    }

    [Test]
    public void Both_outcomes_of_a_decision_into_one_activity_run_it_once()
    {
        Flow flow = Flow.Of("start > d", "d:True > x", "d:False > x", "x > end").Decision("d").Line("x");
        Assert.That(flow.Trace(), Is.EqualTo("d x"));
    }

    [Test]
    public void Two_connections_of_one_outcome_start_two_branches_that_take_turns()
    {
        Flow flow = Flow.Of("start > a1", "start > b1", "a1 > a2", "b1 > b2", "a2 > a3", "a3 > m", "b2 > m", "m > end").Line("a1").Line("a2").Line("a3").Line("b1").Line("b2").Line("m");
        Assert.That(flow.Trace(), Is.EqualTo("a1 b1 a2 b2 a3 m"));
    }

    [Test]
    public void An_outcome_without_connection_ends_its_branch()
    {
        Flow flow = Flow.Of("start > t", "t:Ok > x").Task("t", "Ok", "No").Line("x");
        Assert.That(flow.Run("--resume", "t:No").State.Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(flow.Trace("--resume", "t:Ok"), Is.EqualTo("t x"));
    }

    [Test]
    public void End_withdraws_what_is_open_and_scheduled()
    {
        Flow flow = Flow.Of("start > k", "k:A > a", "k:B > t", "k:C > c1", "a > end", "c1 > c2", "c2 > c3").Fork("k", "A", "B", "C").Line("a").Task("t", "Ok").Line("c1").Line("c2").Line("c3");
        Rehearsal run = flow.Run();
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "k", "a", "c1", "end" }));
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(run.State.Bookmarks, Is.Empty);
    }

    static JsonObject Nested(JsonNode last) => new()
    {
        ["id"] = "sub",
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray(Flow.LineOf("in1", "trong"), Flow.TaskOf("open", "Ok"), last),
        ["connections"] = JsonNode.Parse("""[{"source":"in1","target":"open"},{"source":"in1","target":"last"}]"""),
    };

    [TestCase("Elsa.End", "in1 last sub after")]
    [TestCase("Elsa.Finish", "in1 last")]
    [TestCase("Elsa.Complete", "in1 last sub")]
    public void Ends_inside_a_container_end_as_much_as_they_say(string type, string trace)
    {
        Flow flow = Flow.Of("start > sub", "sub > after", "after > end").Add(Nested(new JsonObject { ["id"] = "last", ["type"] = type })).Line("after");
        Assert.That(flow.Trace(), Is.EqualTo(trace));
        Assert.That(flow.Run().State.Status, Is.EqualTo(WorkflowStatus.Finished));
    }

    [Test]
    public void A_nested_flowchart_completes_with_its_last_child()
    {
        JsonObject sub = Nested(Flow.LineOf("last", ""));
        Flow flow = Flow.Of("start > sub", "sub > after", "after > end").Add(sub).Line("after");
        Assert.That(flow.Trace(), Is.EqualTo("in1 last"));
        Assert.That(flow.Trace("--resume", "open:Ok"), Is.EqualTo("in1 last open sub after"));
    }

    [Test]
    public void A_return_runs_its_target_at_once_as_often_as_wanted()
    {
        Flow flow = Flow.Of("start > a", "a:Ok > b", "b:Ok > c", "b:Back > a", "c:Ok > end", "c:Back > b", "c:Far > a").Task("a", "Ok").Task("b", "Ok", "Back").Task("c", "Ok", "Back", "Far");
        Assert.That(flow.Check().Faults, Is.Empty);
        string[] resumes = ["a:Ok", "b:Back", "a:Ok", "b:Ok", "c:Back", "b:Ok", "c:Far", "a:Ok", "b:Back", "a:Ok", "b:Ok", "c:Back", "b:Back", "a:Ok", "b:Ok", "c:Ok"];
        Rehearsal run = flow.Run([.. resumes.SelectMany(resume => new[] { "--resume", resume })]);
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(string.Join(' ', run.Trace), Is.EqualTo("start a b a b c b c a b a b c b a b c end"));
    }

    [TestCase("WaitAll")]
    [TestCase("WaitAllActive")]
    [TestCase(null)]
    public void A_loop_inside_one_branch_of_a_fork_does_not_hurt_the_join(string? mode)
    {
        Flow flow = Flow.Of("start > k", "k:A > a", "k:B > b", "a:Ok > a2", "a2:Ok > j", "a2:Back > a", "b:Ok > j", (mode is null ? "j:Ok > end" : "j > end"))
            .Fork("k", "A", "B").Task("a", "Ok").Task("a2", "Ok", "Back").Task("b", "Ok");
        flow = mode is null ? flow.Task("j", "Ok") : flow.Join("j", mode);
        Assert.That(flow.Check().Faults, Is.Empty);
        List<string> resumes = ["a:Ok", "a2:Back", "a:Ok", "b:Ok", "a2:Back", "a:Ok", "a2:Ok"];
        if (mode is null) resumes.Add("j:Ok");
        Rehearsal run = flow.Run([.. resumes.SelectMany(resume => new[] { "--resume", resume })]);
        Assert.That(string.Join(' ', run.Trace), Is.EqualTo("start k a a2 a b a2 a a2 j end"));
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Finished));
    }

    [Test]
    public void A_task_may_return_to_itself()
    {
        Flow flow = Flow.Of("start > t", "t:Again > t", "t:Ok > end").Task("t", "Again", "Ok");
        Assert.That(flow.Trace("--resume", "t:Again", "--resume", "t:Again", "--resume", "t:Ok"), Is.EqualTo("t t t"));
        Assert.That(flow.Check().Faults, Is.Empty);
    }

    [Test]
    public void A_return_passes_nothing_over_and_follows_what_else_its_outcome_leads_to()
    {
        Flow flow = Flow.Of("start > a", "a:Ok > b", "b:Back > note", "b:Back > a", "b:Ok > end").Task("a", "Ok").Task("b", "Ok", "Back").Line("note").EndsHere("note", "Done");
        Rehearsal run = flow.Run("--resume", "a:Ok", "--resume", "b:Back");
        Assert.That(string.Join(' ', run.Trace), Is.EqualTo("start a b note"));
        Assert.That(run.State.Bookmarks.Select(bookmark => bookmark.ActivityId), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void An_illegal_return_is_an_incident_when_it_is_followed()
    {
        Flow flow = Flow.Of("start > a", "start > b", "a:Ok > c", "b:Ok > c", "c:Back > a", "c:Ok > end").Task("a", "Ok").Task("b", "Ok").Task("c", "Back", "Ok");
        Assert.That(flow.Check().Faults.Single().Kind, Is.EqualTo(SoundnessKind.IllegalReturn));
        Rehearsal run = flow.Run("--resume", "a:Ok", "--resume", "b:Ok", "--resume", "c:Back");
        Assert.That(run.State.Incidents.Single().ActivityId, Is.EqualTo("c"));
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "a", "b" }));
    }

    [Test]
    public void The_start_is_named_or_an_Elsa_Start_or_marked_or_without_inbound_or_first()
    {
        static JsonObject Chart(params JsonObject[] activities) => new()
        {
            ["id"] = "f",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = new JsonArray(activities),
            ["connections"] = JsonNode.Parse("""[{"source":"b","target":"a"}]"""),
        };
        JsonObject a = Flow.LineOf("a", ""), b = Flow.LineOf("b", "");
        JsonObject marked = Flow.LineOf("c", "");
        marked["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        JsonObject named = Chart((JsonObject)a.DeepClone(), (JsonObject)b.DeepClone());
        named["start"] = "a";
        JsonObject ring = Chart((JsonObject)a.DeepClone(), Flow.TaskOf("b", "Done"));
        ring["connections"] = JsonNode.Parse("""[{"source":"b","target":"a","sourcePort":"Done"},{"source":"a","target":"b"}]""");
        Assert.Multiple(() =>
        {
            Assert.That(Flow.Root(Chart((JsonObject)a.DeepClone(), (JsonObject)b.DeepClone())).Run().Trace, Is.EqualTo(new[] { "b", "a" }));
            Assert.That(Flow.Root(Chart((JsonObject)a.DeepClone(), (JsonObject)b.DeepClone(), marked)).Run().Trace, Is.EqualTo(new[] { "c" }));
            Assert.That(Flow.Root(Chart((JsonObject)a.DeepClone(), (JsonObject)b.DeepClone(), new JsonObject { ["id"] = "s", ["type"] = "Elsa.Start" })).Run().Trace, Is.EqualTo(new[] { "s" }));
            Assert.That(Flow.Root(named).Run().Trace, Is.EqualTo(new[] { "a" }));
            Assert.That(Flow.Root(ring).Run().Trace, Is.EqualTo(new[] { "a" }));
        });
    }

    [Test]
    public void An_endless_automatic_loop_becomes_an_incident()
    {
        Flow flow = Flow.Of("start > a", "a > b", "b > a").Line("a").Line("b");
        Rehearsal run = flow.Run();
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Faulted));
        Assert.That(run.State.Incidents.Single().Message, Does.Contain("100,000"));
    }
}
