using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

/// <summary>What each type of activity does, besides flowcharts and their joins.</summary>
[TestFixture]
public sealed class Activities
{
    static JsonObject Of(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type };
        foreach ((string name, JsonNode? value) in properties) activity[name] = value;
        return activity;
    }

    static JsonObject Sequence(string id, params JsonNode[] activities) => Of(id, "Elsa.Sequence", ("activities", new JsonArray(activities)));

    static JsonObject Case(string label, string script, JsonNode? activity = null)
    {
        var each = new JsonObject { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
        if (activity is not null) each["activity"] = activity;
        return each;
    }

    static string Log(Rehearsal run) => string.Join('|', run.Log);

    [Test]
    public void Sequence_runs_in_order_and_ends_at_an_end()
    {
        Flow flow = Flow.Root(Sequence("s", Flow.LineOf("a", "1"), Sequence("t", Flow.LineOf("b", "2"), Of("e", "Elsa.End"), Flow.LineOf("c", "3")), Flow.LineOf("d", "4")));
        Assert.That(string.Join(' ', flow.Run().Trace), Is.EqualTo("a b e t d"));
    }

    [TestCase("true", "a if after")]
    [TestCase("false", "if after")]
    [TestCase("'true'", "a if after")]
    [TestCase("'yes'", "if after")]
    [TestCase("1", "a if after")]
    [TestCase("null", "if after")]
    public void If_without_else_completes_at_once(string condition, string trace)
    {
        Flow flow = Flow.Root(Sequence("s", Of("if", "Elsa.If", ("condition", Flow.Js(condition)), ("then", Flow.LineOf("a", ""))), Flow.LineOf("after", "")));
        Assert.That(string.Join(' ', flow.Run().Trace), Is.EqualTo(trace));
    }

    [TestCase("MatchFirst", "5", "b|sau")]
    [TestCase("MatchAny", "5", "b|c|sau")]
    [TestCase("MatchAny", "0", "d|sau")]
    [TestCase("MatchFirst", "-1", "sau")]
    public void Switch_runs_what_matches_and_waits_for_all_of_it(string mode, string n, string log)
    {
        Flow flow = Flow.Root(Sequence("s",
            Of("w", "Elsa.Switch", ("mode", mode), ("cases", new JsonArray(
                Case("A", "getN() > 9", Flow.LineOf("a", "a")), Case("B", "getN() > 3", Flow.LineOf("b", "b")), Case("C", "getN() > 2", Flow.LineOf("c", "c")), Case("E", "getN() < 0"))),
                ("default", Flow.LineOf("d", "d"))),
            Flow.LineOf("after", "sau"))).Input("N");
        Assert.That(Log(flow.Run("--input", $"N={n}")), Is.EqualTo(log));
    }

    [Test]
    public void While_asks_before_each_round()
    {
        Flow flow = Flow.Root(Sequence("s",
            Of("w", "Elsa.While", ("condition", Flow.Js("getI() < 3")), ("body", Sequence("b", Of("x", "Elsa.WriteLine", ("text", Flow.Js("`vòng ${getI()}`"))),
                Of("i", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "I" }), ("value", Flow.Js("getI() + 1")))))))).Variable("I", "Int32", "0");
        Rehearsal run = flow.Run();
        Assert.That(Log(run), Is.EqualTo("vòng 0|vòng 1|vòng 2"));
        Assert.That(string.Join(' ', run.Trace), Is.EqualTo("x i b x i b x i b w"));
    }

    static Flow Each(string type, JsonNode body) => Flow.Root(Sequence("s", Of("e", type, ("items", Flow.Js("getItems()")), ("body", body)), Flow.LineOf("after", "sau"))).Variable("Items", "JSON", "[\"a\", 2, null]");

    [TestCase("Elsa.ForEach")]
    [TestCase("Elsa.ParallelForEach")]
    public void Loops_over_items_give_value_and_index(string type)
    {
        Flow flow = Each(type, Of("x", "Elsa.WriteLine", ("text", Flow.Js("`${getCurrentIndex()}:${getVariable('CurrentValue')}:${variables.CurrentValue === null}`"))));
        Assert.That(Log(flow.Run()), Is.EqualTo("0:a:false|1:2:false|2:null:true|sau"));
    }

    [Test]
    public void A_parallel_loop_keeps_a_task_for_each_item_and_resumes_the_oldest()
    {
        Flow flow = Each("Elsa.ParallelForEach", Sequence("b", Flow.TaskOf("t", "Ok"), Of("x", "Elsa.WriteLine", ("text", Flow.Js("`xong ${getCurrentValue()}`")))));
        Rehearsal run = flow.Run();
        Assert.That(run.State.Bookmarks.Select(bookmark => (bookmark.Id, bookmark.ActivityId)), Is.EqualTo(new[] { (1, "t"), (2, "t"), (3, "t") }));
        for (int i = 0; i < 3; i++) Assert.That(run.Resume("t", "Ok", null), Is.Null);
        Assert.That(Log(run), Is.EqualTo("xong a|xong 2|xong null|sau"));
        Assert.That(string.Join(' ', run.Trace), Is.EqualTo("t x b t x b t x b e after"));
    }

    [TestCase("Elsa.ForEach")]
    [TestCase("Elsa.ParallelForEach")]
    public void Loops_over_nothing_complete_at_once_and_over_a_number_fault(string type)
    {
        JsonObject Loop(string items) => Of("e", type, ("items", Flow.Js(items)), ("body", Flow.LineOf("x", "x")));
        Assert.Multiple(() =>
        {
            Assert.That(Flow.Root(Sequence("s", Loop("[]"))).Run().Trace, Is.EqualTo(new[] { "e" }));
            Assert.That(Flow.Root(Sequence("s", Loop("null"))).Run().Trace, Is.EqualTo(new[] { "e" }));
            Assert.That(Flow.Root(Sequence("s", Loop("'[1, 2]'"))).Run().Log, Has.Count.EqualTo(2));
            foreach (string none in new[] { "5", "true", "'abc'", "'[1'", "getWorkflowInstanceId()" })
                Assert.That(Flow.Root(Sequence("s", Loop(none))).Run().State.Incidents.Single().ActivityId, Is.EqualTo("e"), none);
        });
    }

    [Test]
    public void A_parallel_loop_takes_ten_thousand_items_and_no_more()
    {
        Flow Loop() => Flow.Root(Sequence("s", Of("e", "Elsa.ParallelForEach", ("items", Flow.Js("getInput('Items')")), ("body", Flow.LineOf("x", "x"))))).Input("Items");
        string Json(int items) => "Items=[" + string.Join(',', Enumerable.Repeat("0", items)) + "]";
        Assert.That(Loop().Run("--input", Json(10_000)).Log, Has.Count.EqualTo(10_000));
        Assert.That(Loop().Run("--input", Json(10_001)).State.Incidents.Single().ActivityId, Is.EqualTo("e"));
    }

    [Test]
    public void Variables_of_a_container_hide_those_outside_and_begin_afresh()
    {
        JsonObject inner = Sequence("in",
            Of("x", "Elsa.WriteLine", ("text", Flow.Js("`${getV()}`"))),
            Of("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "inner" }), ("value", "đổi")),
            Flow.TaskOf("t", "Ok"),
            Of("y", "Elsa.WriteLine", ("text", Flow.Js("`${getV()}`"))));
        inner["variables"] = JsonNode.Parse("""[{"id":"inner","name":"V","typeName":"String","value":"trong"}]""");
        Flow flow = Flow.Root(Sequence("s", Of("each", "Elsa.ForEach", ("items", Flow.Js("[1, 2]")), ("body", inner)), Of("z", "Elsa.WriteLine", ("text", Flow.Js("`${getV()}`"))))).Variable("V", "String", "ngoài");
        Rehearsal run = flow.Run("--resume", "t:Ok", "--resume", "t:Ok");
        Assert.That(Log(run), Is.EqualTo("trong|đổi|trong|đổi|ngoài"));
        Assert.That(run.Report()["variables"]!.ToJsonString(), Does.Not.Contain("inner"));
    }

    [TestCase("String", "5", "\"5\"")]
    [TestCase("String", "true", "\"True\"")]
    [TestCase("String", "[1, 'ế']", "\"[1,\\\"ế\\\"]\"")]
    [TestCase("Int32", "'12'", "12")]
    [TestCase("Int32", "2.5", "2")]
    [TestCase("Double", "' 1e3 '", "1000")]
    [TestCase("Boolean", "'false'", "false")]
    [TestCase("Boolean", "2", "true")]
    [TestCase("Object", "undefined", "null")]
    [TestCase("Object", "[undefined, 1]", "[null,1]")]
    [TestCase("List<Int32>", "['1', 2]", "[1,2]")]
    [TestCase("String[]", "[1]", "[\"1\"]")]
    [TestCase("DateTimeOffset", "'2026-01-05T08:00:00+07:00'", "\"2026-01-05T01:00:00.0000000+00:00\"")]
    [TestCase("Object", "0 / 0", "null")]
    public void SetVariable_converts_to_the_declared_type(string type, string script, string json)
    {
        Rehearsal run = Flow.Of("start > v", "v > end").Variable("V", type).Set("v", "V", script).Run();
        Assert.That(JsonNode.DeepEquals(run.Report()["variables"]!["V"], JsonNode.Parse(json)), Is.True, run.Report()["variables"]!.ToJsonString());
    }

    [TestCase("Int32", "'abc'")]
    [TestCase("Double", "'1,5'")]
    [TestCase("Boolean", "'maybe'")]
    [TestCase("JsonObject", "5")]
    [TestCase("Int32", "1 / 0")]
    [TestCase("TimeSpan", "'long'")]
    public void SetVariable_faults_on_what_does_not_fit(string type, string script)
    {
        Rehearsal run = Flow.Of("start > v", "v > end").Variable("V", type).Set("v", "V", script).Run();
        Assert.That(run.State.Incidents.Single().ActivityId, Is.EqualTo("v"));
    }

    [Test]
    public void NaN_survives_a_suspension_in_a_variable()
    {
        Flow flow = Flow.Of("start > v", "v > t", "t:Ok > x", "x > end").Variable("V").Set("v", "V", "[0 / 0, -1 / 0]").Task("t", "Ok").Script("x", "`${getV()}`");
        Assert.That(Log(flow.Run("--resume", "t:Ok")), Is.EqualTo("NaN,-Infinity"));
    }

    [TestCase("Object", "[1]", "\"[1]\"")]
    [TestCase("Object", "5", "\"5\"")]
    [TestCase("Object", null, "null")]
    [TestCase("JSON", "[1]", "[1]")]
    [TestCase("JsonArray", "[1]", "[1]")]
    [TestCase("String", "", "null")]
    [TestCase("Int32", "", "null")]
    [TestCase("Decimal", "12.5", "12.5")]
    [TestCase("Boolean", "True", "true")]
    public void Variables_begin_with_their_text_converted_to_the_type(string type, string? text, string json)
    {
        JsonNode? value = Flow.Of("start > end").Variable("V", type, text).Run().Report()["variables"]!["V"];
        Assert.That(value?.ToJsonString() ?? "null", Is.EqualTo(json));
    }

    [Test]
    public void Values_that_look_like_the_marks_of_a_stored_state_survive_it()
    {
        string[] values = ["{\"$number\":\"NaN\"}", "{\"$object\":{\"$object\":{\"$number\":1}}}", "{\"$object\":{\"a\":{\"$number\":\"x\"}},\"b\":1}", "[{\"$object\":5}]", "{}"];
        foreach (string value in values)
        {
            Rehearsal run = Flow.Of("start > t", "t:Ok > u", "u:Ok > end").Variable("V", "JSON", value).Task("t", "Ok").Task("u", "Ok").Run("--resume", "t:Ok");
            Assert.That(run.Report()["variables"]!["V"]!.ToJsonString(), Is.EqualTo(value));
        }
    }

    [Test]
    public void Outputs_names_and_correlation_survive_a_suspension()
    {
        Flow flow = Flow.Root(Sequence("s",
            Of("c", "Elsa.Correlate", ("correlationId", "HS-1")), Of("n", "Elsa.SetName", ("value", Flow.Js("`Hồ sơ ${getCorrelationId()}`"))),
            Of("o", "Elsa.SetOutput", ("outputName", "Total"), ("outputValue", Flow.Js("'7'"))), Flow.TaskOf("t", "Ok"),
            Of("x", "Elsa.WriteLine", ("text", Flow.Js("getCorrelationId()"))))).Output("Total", "Double");
        Rehearsal run = flow.Run("--resume", "t:Ok");
        Assert.Multiple(() =>
        {
            Assert.That(Log(run), Is.EqualTo("HS-1"));
            Assert.That(run.State.InstanceName, Is.EqualTo("Hồ sơ HS-1"));
            Assert.That(run.Report()["outputs"]!.ToJsonString(), Is.EqualTo("{\"Total\":7}"));
        });
    }

    [Test]
    public void Results_are_read_from_activities_by_id_or_name_and_as_the_last()
    {
        JsonObject task = Flow.TaskOf("t", "Ok");
        task["name"] = "Thẩm định";
        Flow flow = Flow.Root(Sequence("s", task, Flow.TaskOf("u", "Ok"),
            Of("x", "Elsa.WriteLine", ("text", Flow.Js("`${getOutputFrom('t', 'RESULT').points} ${getOutputFrom('Thẩm định').points} ${getLastResult()} ${getOutputFrom('v', 'result')}`"))), Flow.TaskOf("v", "Ok")));
        Assert.That(Log(flow.Run("--resume", "t:Ok={\"points\":82.5}", "--resume", "u:Ok=[1,2]")), Is.EqualTo("82.5 82.5 1,2 null"));
    }

    [Test]
    public void Event_and_RunTask_wait_and_give_their_result()
    {
        JsonObject Result(string id) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = id } };
        Flow flow = Flow.Root(Sequence("s",
            Of("e", "Elsa.Event", ("eventName", "Paid"), ("result", Result("E"))),
            Of("r", "Elsa.RunTask", ("taskName", "Print"), ("payload", Flow.Js("[getE()]")), ("result", Result("R")), ("taskId", Result("I"))))).Variable("E").Variable("R").Variable("I", "String");
        Rehearsal run = flow.Run("--resume", "e=5");
        Bookmark bookmark = run.State.Bookmarks.Single();
        Assert.That(bookmark.Inputs.ToJsonString(), Is.EqualTo("{\"taskName\":\"Print\",\"payload\":[5]}"));
        Assert.That((bookmark.Name, bookmark.ActivityType, bookmark.Outcomes[0]), Is.EqualTo(("RunTask", "Elsa.RunTask", "Done")));
        Assert.That(run.Resume("r", "Done", JsonNode.Parse("{\"ok\":true}")), Is.Null);
        Assert.That(run.Report()["variables"]!.ToJsonString(), Is.EqualTo("{\"E\":5,\"R\":{\"ok\":true},\"I\":\"rehearsal-2\"}"));
    }

    [TestCase("Elsa.ExecuteWorkflow", true)]
    [TestCase("Elsa.DispatchWorkflow", true)]
    [TestCase("Elsa.ExecuteWorkflow", false)]
    [TestCase("Elsa.DispatchWorkflow", false)]
    public void Child_workflows_are_asked_for_and_waited_for_when_told(string type, bool waits)
    {
        Flow flow = Flow.Root(Sequence("s", Of("w", type, ("workflowDefinitionId", "appeal"), ("waitForCompletion", waits), ("correlationId", "HS-1"),
            ("input", new JsonObject { ["typeName"] = "ObjectDictionary", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "{\"dossier\": 5}" } }))));
        Decision decision = Engine.Decide(flow.Read(), null, new Stimulus.Start(), new EngineContext(DateTimeOffset.UnixEpoch, WorkingCalendar.Plain, "i"));
        var dispatched = decision.Effects.OfType<Effect.WorkflowDispatched>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(dispatched.DefinitionId, Is.EqualTo("appeal"));
            Assert.That(dispatched.Inputs.ToJsonString(), Is.EqualTo("{\"dossier\":5}"));
            Assert.That(dispatched.CorrelationId, Is.EqualTo("HS-1"));
            Assert.That(dispatched.BookmarkId, waits ? Is.EqualTo(1) : Is.Null);
            Assert.That(decision.State.Status, Is.EqualTo(waits ? WorkflowStatus.Suspended : WorkflowStatus.Finished));
        });
    }

    [TestCase("Ocop.CheckCompleteness", "Complete", "Incomplete")]
    [TestCase("Ocop.ScoreByCouncil", "Classified", "Rescore", "NoQuorum", "Disqualified")]
    [TestCase("Ocop.ForwardToTier", "Done")]
    [TestCase("Ocop.Recognise", "Done")]
    [TestCase("Ocop.Notify", "Done")]
    [TestCase("Ocop.CloseDossier", "Done")]
    public void Host_activities_always_leave_a_bookmark_with_their_outcomes(string type, params string[] outcomes)
    {
        JsonObject activity = Of("h", type);
        foreach (string name in type switch { "Ocop.Recognise" => ["tier"], "Ocop.Notify" => ["template", "to"], "Ocop.CloseDossier" => Array.Empty<string>(), _ => ["tier"] }) activity[name] = "province";
        if (type == "Ocop.Recognise") activity["stars"] = Flow.Js("'4'");
        if (type == "Ocop.CloseDossier") activity["result"] = "expired";
        Rehearsal run = Flow.Root(Sequence("s", activity)).Run();
        Assert.That(run.State.Bookmarks.Single().Outcomes, Is.EqualTo(outcomes));
        if (type == "Ocop.Recognise") Assert.That(run.State.Bookmarks.Single().Inputs["stars"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(run.Resume("h", outcomes[0], null), Is.Null);
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Finished));
    }

    [Test]
    public void CloseDossier_knows_five_results()
    {
        Assert.That(Play.Faults(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Flow.Root(Sequence("s", Of("h", "Ocop.CloseDossier", ("result", "lost")))).ToJson())).Single(), Does.StartWith("root.activities[0].result: 'h': 'result' must be one of"));
    }

    [Test]
    public void A_case_that_cannot_be_decided_faults_the_switch()
    {
        Flow flow = Flow.Of("start > w", "w:A > end", "w:B > end", "w:Default > end").Add(Of("w", "Elsa.FlowSwitch", ("cases", new JsonArray(Case("A", "true"), Case("B", "getV().x.y === 1"))))).Variable("V");
        Assert.That(flow.Run().State.Incidents.Single().ActivityId, Is.EqualTo("w"));
    }
}
