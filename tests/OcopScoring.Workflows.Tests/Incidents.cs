using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class Incidents
{
    static readonly EngineContext Now = new(DateTimeOffset.UnixEpoch, WorkingCalendar.Plain, "i");

    static Flow Forked() => Flow.Of("start > k", "k:A > f", "k:B > t", "f > j", "t:Ok > x", "x > j", "j > end").Variable("V", "JSON", "{}")
        .Fork("k", "A", "B").Script("f", "getV().a.b").Task("t", "Ok").Line("x").Join("j", "WaitAll");

    static Decision Decide(WorkflowDefinition definition, WorkflowState? state, Stimulus stimulus)
    {
        Decision decision = Engine.Decide(definition, state, stimulus, Now);
        return decision with { State = WorkflowState.FromJson(decision.State.ToJson(), definition) };
    }

    [Test]
    public void Under_the_fault_strategy_the_instance_shows_as_faulted_at_once_and_bookmarks_stay()
    {
        WorkflowDefinition definition = Forked().Read();
        Decision started = Decide(definition, null, new Stimulus.Start());
        Assert.That(started.State.Status, Is.EqualTo(WorkflowStatus.Faulted));
        Assert.That(started.State.Bookmarks.Single().ActivityId, Is.EqualTo("t"));
        Assert.That(started.State.Incidents.Single().ActivityId, Is.EqualTo("f"));
        Decision resumed = Decide(definition, started.State, new Stimulus.Resume(1));
        Assert.That(resumed.Refusal, Is.Null);
        Assert.That(resumed.State.Status, Is.EqualTo(WorkflowStatus.Faulted));
        Assert.That(resumed.Effects.OfType<Effect.ActivityCompleted>().Select(effect => effect.ActivityId), Is.EqualTo(new[] { "t", "x" }));
    }

    [Test]
    public void Under_the_other_strategy_it_stays_suspended_until_only_incidents_are_left()
    {
        WorkflowDefinition definition = Forked().ContinueWithIncidents().Read();
        Decision started = Decide(definition, null, new Stimulus.Start());
        Assert.That(started.State.Status, Is.EqualTo(WorkflowStatus.Suspended));
        Assert.That(Decide(definition, started.State, new Stimulus.Resume(1)).State.Status, Is.EqualTo(WorkflowStatus.Faulted));
    }

    [Test]
    public void An_incident_is_skipped_with_an_outcome_and_the_flow_goes_on()
    {
        WorkflowDefinition definition = Forked().Read();
        WorkflowState state = Decide(definition, Decide(definition, null, new Stimulus.Start()).State, new Stimulus.Resume(1)).State;
        Assert.That(Decide(definition, state, new Stimulus.SkipIncident(1, "Other")).Refusal!.Code, Is.EqualTo("unknown-outcome"));
        Assert.That(Decide(definition, state, new Stimulus.SkipIncident(2, "Done")).Refusal!.Code, Is.EqualTo("unknown-incident"));
        Decision skipped = Decide(definition, state, new Stimulus.SkipIncident(1, "Done"));
        Assert.That(skipped.State.Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(skipped.State.Incidents, Is.Empty);
        Assert.That(skipped.Effects.OfType<Effect.ActivityCompleted>().Select(effect => effect.ActivityId), Is.EqualTo(new[] { "f", "j", "end" }));
    }

    [Test]
    public void An_incident_that_is_retried_runs_again_and_may_fail_again()
    {
        JsonObject Set(string id, string value) => new() { ["id"] = id, ["type"] = "Elsa.SetVariable", ["variable"] = new JsonObject { ["id"] = "V" }, ["value"] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = value } } };
        WorkflowDefinition definition = Flow.Of("start > k", "k:A > f", "k:B > t", "f > j", "t:Ok > s", "s > j", "j > end").Variable("V", "JSON", "{}")
            .Fork("k", "A", "B").Script("f", "getV().a.b").Task("t", "Ok").Add(Set("s", "{\"a\":{\"b\":\"sửa rồi\"}}")).Join("j", "WaitAll").Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        Decision again = Decide(definition, state, new Stimulus.RetryIncident(1));
        Assert.That(again.State.Incidents.Single().Id, Is.EqualTo(2));
        state = Decide(definition, again.State, new Stimulus.Resume(1)).State;
        Decision repaired = Decide(definition, state, new Stimulus.RetryIncident(2));
        Assert.That(repaired.State.Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(repaired.Effects.OfType<Effect.Logged>().Single().Text, Is.EqualTo("sửa rồi"));
    }

    [Test]
    public void A_fault_keeps_its_message_and_may_be_skipped_along_its_connection()
    {
        Flow flow = Flow.Of("start > f", "f > x", "x > end").Add(new JsonObject { ["id"] = "f", ["type"] = "Elsa.Fault", ["message"] = "Thiếu chữ ký", ["code"] = "17", ["category"] = "c", ["faultType"] = "t" }).Line("x");
        Assert.That(flow.Check().Faults, Is.Empty);
        WorkflowDefinition definition = flow.Read();
        Decision started = Decide(definition, null, new Stimulus.Start());
        Assert.That(started.State.Incidents.Single().Message, Is.EqualTo("Thiếu chữ ký"));
        Assert.That(Decide(definition, started.State, new Stimulus.SkipIncident(1, "Done")).Effects.OfType<Effect.ActivityCompleted>().Select(effect => effect.ActivityId), Is.EqualTo(new[] { "f", "x", "end" }));
    }

    [Test]
    public void A_loop_condition_that_fails_in_the_middle_is_an_incident_of_the_loop()
    {
        JsonObject loop = new() { ["id"] = "w", ["type"] = "Elsa.While", ["condition"] = Flow.Js("getV().go"), ["body"] = Flow.TaskOf("t", "Ok") };
        loop["body"]!["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "V" } };
        Rehearsal run = Flow.Of("start > w", "w > end").Variable("V", "JSON", "{\"go\":true}").Add(loop).Run("--resume", "t:Ok");
        Assert.That(run.State.Incidents.Single().ActivityId, Is.EqualTo("w"));
        Assert.That(run.Trace, Is.EqualTo(new[] { "start", "t" }));
    }

    [Test]
    public void A_resume_happens_once_and_refusals_change_nothing()
    {
        WorkflowDefinition definition = Flow.Of("start > t", "t:Ok > u", "t:No > u", "u:Ok > end").Task("t", "Ok", "No").Task("u", "Ok").Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        byte[] before = state.ToJson();
        void Refused(Stimulus stimulus, string code)
        {
            Decision decision = Engine.Decide(definition, state, stimulus, Now);
            Assert.That(decision.Refusal!.Code, Is.EqualTo(code));
            Assert.That(decision.Effects, Is.Empty);
            Assert.That(decision.State, Is.SameAs(state));
            Assert.That(state.ToJson(), Is.EqualTo(before));
        }

        Refused(new Stimulus.Start(), "started");
        Refused(new Stimulus.Resume(1), "unknown-outcome");
        Refused(new Stimulus.Resume(1, "Perhaps"), "unknown-outcome");
        Refused(new Stimulus.Resume(2, "Ok"), "unknown-bookmark");
        Refused(new Stimulus.TimerFired(1), "not-due");
        Refused(new Stimulus.RetryIncident(1), "unknown-incident");
        WorkflowState after = Decide(definition, state, new Stimulus.Resume(1, "Ok")).State;
        Assert.That(state.ToJson(), Is.EqualTo(before));
        Assert.That(Engine.Decide(definition, after, new Stimulus.Resume(1, "Ok"), Now).Refusal!.Code, Is.EqualTo("too-late"));
        Assert.That(Engine.Decide(definition, null, new Stimulus.Resume(1), Now).Refusal!.Code, Is.EqualTo("not-started"));
        Assert.That(Engine.Decide(definition, null, new Stimulus.Start(new Dictionary<string, JsonNode?> { ["X"] = 1 }), Now).Refusal!.Code, Is.EqualTo("unknown-input"));
    }

    [Test]
    public void A_result_that_does_not_fit_its_variable_is_refused_and_the_bookmark_stays()
    {
        JsonObject task = Flow.TaskOf("t", "Ok");
        task["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "N" } };
        WorkflowDefinition definition = Flow.Of("start > t", "t:Ok > end").Variable("N", "Int32").Add(task).Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        Assert.That(Engine.Decide(definition, state, new Stimulus.Resume(1, "Ok", "bốn"), Now).Refusal!.Code, Is.EqualTo("bad-result"));
        Assert.That(Decide(definition, state, new Stimulus.Resume(1, "Ok", 4)).State.Variables["N"]!.GetValue<int>(), Is.EqualTo(4));
    }

    [Test]
    public void A_result_that_is_no_JSON_or_too_deep_is_refused()
    {
        WorkflowDefinition definition = Flow.Of("start > t", "t:Ok > end").Task("t", "Ok").Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        JsonNode deep = new JsonArray();
        for (int i = 0; i < 70; i++) deep = new JsonArray(deep);
        Assert.That(Engine.Decide(definition, state, new Stimulus.Resume(1, "Ok", deep), Now).Refusal!.Code, Is.EqualTo("bad-result"));
        Assert.That(Engine.Decide(definition, state, new Stimulus.Resume(1, "Ok", JsonNode.Parse("\"\\uD800\"")), Now).Refusal!.Code, Is.EqualTo("bad-result"));
    }

    [Test]
    public void Cancelling_withdraws_all_and_ends()
    {
        WorkflowDefinition definition = Forked().Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        Decision cancelled = Decide(definition, state, new Stimulus.Cancel());
        Assert.That(cancelled.State.Status, Is.EqualTo(WorkflowStatus.Cancelled));
        Assert.That(cancelled.Effects, Is.EqualTo(new Effect[] { new Effect.BookmarkClosed(1, "t", "cancelled"), new Effect.Ended(WorkflowStatus.Cancelled) }));
        Assert.That(Engine.Decide(definition, cancelled.State, new Stimulus.Cancel(), Now).Refusal!.Code, Is.EqualTo("ended"));
        Assert.That(Engine.Decide(definition, cancelled.State, new Stimulus.Resume(1), Now).Refusal!.Code, Is.EqualTo("too-late"));
    }

    [Test]
    public void Effects_come_in_the_order_of_what_happened()
    {
        WorkflowDefinition definition = Flow.Of("start > t", "t:Ok > x", "x > u", "u:Ok > end").Task("t", "Ok").Line("x", "dòng").Task("u", "Ok").Read();
        WorkflowState state = Decide(definition, null, new Stimulus.Start()).State;
        string Names(Decision decision) => string.Join(' ', decision.Effects.Select(effect => effect.GetType().Name));
        Decision resumed = Decide(definition, state, new Stimulus.Resume(1));
        Assert.That(Names(resumed), Is.EqualTo("BookmarkClosed ActivityCompleted Logged ActivityCompleted BookmarkOpened"));
        Assert.That(Names(Decide(definition, resumed.State, new Stimulus.Resume(2))), Is.EqualTo("BookmarkClosed ActivityCompleted ActivityCompleted Ended"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("{\"layout\":2,\"status\":\"suspended\"}")]
    [TestCase("{\"layout\":1,\"status\":\"asleep\"}")]
    [TestCase("{\"layout\":1,\"status\":\"suspended\",\"variables\":[1]}")]
    [TestCase("{\"layout\":1,\"status\":\"suspended\",\"root\":{\"at\":\"nobody\"}}")]
    [TestCase("{\"layout\":1,\"status\":\"suspended\",\"root\":{\"at\":\"flow\",\"visited\":[99,1]}}")]
    [TestCase("{\"layout\":1,\"status\":\"suspended\",\"other\":1}")]
    public void A_state_of_something_else_is_refused(string json) =>
        Assert.That(() => WorkflowState.FromJson(System.Text.Encoding.UTF8.GetBytes(json), Flow.Of("start > end").Read()), Throws.InstanceOf<System.Text.Json.JsonException>());
}
