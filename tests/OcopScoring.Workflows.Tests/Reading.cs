using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class Reading
{
    /// <summary>A sound definition that uses most of the format; each test spoils one thing in it.</summary>
    static JsonObject Whole()
    {
        JsonObject document = Flow.Of("start > duyệt", "duyệt:Ok > xét", "duyệt:No > end", "xét:True > ghi", "xét:False > đặt", "ghi > đặt", "đặt > chia", "chia:Cao > end", "chia:Default > end")
            .Variable("R").Variable("Stage", "String", "").Input("Amount", "Double").Output("Total", "Double")
            .Task("duyệt", "Ok", "No").Decision("xét", "getR() === 'tốt'").Script("ghi", "`kết quả ${getR()}`").Set("đặt", "Stage", "'xong'")
            .Add(new JsonObject { ["id"] = "chia", ["type"] = "Elsa.FlowSwitch", ["cases"] = new JsonArray(Case("Cao", "getInput('Amount') > 1")) })
            .ToJson();
        document["root"]!["activities"]![2]!["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "R" } };
        return document;
    }

    static JsonObject Case(string label, string script) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };

    static IReadOnlyList<Fault> Faults(JsonNode document) => DefinitionReader.Read(JsonSerializer.SerializeToUtf8Bytes(document)).Faults;

    static void Spoil(JsonNode document, string path, string? json)
    {
        string[] steps = path.Split('/');
        JsonNode at = document;
        foreach (string step in steps[..^1]) at = int.TryParse(step, out int index) ? at[index]! : at[step]!;
        JsonNode? value = json is null ? null : JsonNode.Parse(json);
        if (at is JsonArray array) array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else if (json is null) at.AsObject().Remove(steps[^1]);
        else at[steps[^1]] = value;
    }

    [Test]
    public void The_whole_example_is_good() => Assert.That(Play.Faults(JsonSerializer.SerializeToUtf8Bytes(Whole())), Is.Empty);

    // What is spoilt, the JSON put there (null takes the property away), the path and a part of the message.
    [TestCase("version", "\"1\"", "version", "whole number")]
    [TestCase("version", "0", "version", "at least 1")]
    [TestCase("name", "5", "name", "must be a text")]
    [TestCase("isLatest", "1", "isLatest", "true or false")]
    [TestCase("customProperties", "[]", "customProperties", "must be an object")]
    [TestCase("options", "{\"incidentStrategyType\":\"Other\"}", "options.incidentStrategyType", "'Other' is unknown")]
    [TestCase("options", "{\"x\":1}", "options.x", "'x' is unknown")]
    [TestCase("outcomes", "[1]", "outcomes[0]", "must be a text")]
    [TestCase("variables", "{}", "variables", "must be a list")]
    [TestCase("variables/0", "5", "variables[0]", "must be an object")]
    [TestCase("variables/0/name", null, "variables[0].name", "'name' is missing")]
    [TestCase("variables/0/typeName", "\"Acme.Money\"", "variables[0].typeName", "'Acme.Money'")]
    [TestCase("variables/0/typeName", "\"List<Acme>\"", "variables[0].typeName", "'List<Acme>'")]
    [TestCase("variables/1/id", "\"R\"", "variables[1].id", "given twice")]
    [TestCase("variables/1/name", "\"R\"", "variables[1].name", "given twice")]
    [TestCase("variables/1/value", "5", "variables[1].value", "must be a text")]
    [TestCase("inputs/0/type", "\"Number\"", "inputs[0].type", "'Number'")]
    [TestCase("inputs/0/name", "\"\"", "inputs[0].name", "empty")]
    [TestCase("inputs/0/nam", "\"x\"", "inputs[0].nam", "unknown")]
    [TestCase("outputs/0/uiHint", "\"x\"", "outputs[0].uiHint", "unknown")]
    [TestCase("root", null, "root", "missing")]
    [TestCase("root", "[]", "root", "must be an activity")]
    [TestCase("root", "{}", "root", "empty")]
    [TestCase("root", "{\"id\":\"x\",\"type\":\"Elsa.WriteLine\"}", "root.type", "container")]
    [TestCase("root", "{\"id\":\"x\",\"type\":\"Elsa.Flowchart\"}", "root.activities", "no activity")]
    [TestCase("root/type", null, "root.type", "'flow'")]
    [TestCase("root/start", "\"nobody\"", "root.start", "'nobody' is unknown")]
    [TestCase("root/layout", "1", "root.layout", "unknown")]
    [TestCase("root/activities", "5", "root.activities", "list of activities")]
    [TestCase("root/activities/3", "\"xét\"", "root.activities[3]", "must be an object")]
    [TestCase("root/activities/3/type", "\"Elsa.For\"", "root.activities[3].type", "'Elsa.For'")]
    [TestCase("root/activities/3/type", "5", "root.activities[3].type", "must be a text")]
    [TestCase("root/activities/3/id", "\"start\"", "root.activities[3].id", "'start' is given twice")]
    [TestCase("root/activities/3/version", "\"1\"", "root.activities[3].version", "whole number")]
    [TestCase("root/activities/3/metadata", "5", "root.activities[3].metadata", "must be an object")]
    [TestCase("root/activities/3/customProperties", "{\"endsHere\":\"True\"}", "root.activities[3].customProperties.endsHere", "list of outcomes")]
    [TestCase("root/activities/3/customProperties", "{\"endsHere\":[\"Perhaps\"]}", "root.activities[3].customProperties.endsHere", "'Perhaps'")]
    [TestCase("root/activities/3/condition", "[]", "root.activities[3].condition", "'xét'")]
    [TestCase("root/activities/3/condition/typeName", null, "root.activities[3].condition.typeName", "missing")]
    [TestCase("root/activities/3/condition/expression", null, "root.activities[3].condition.expression", "missing")]
    [TestCase("root/activities/3/condition/memory", "1", "root.activities[3].condition.memory", "unknown")]
    [TestCase("root/activities/3/condition/expression/type", "\"Liquid\"", "root.activities[3].condition.expression.type", "'Liquid'")]
    [TestCase("root/activities/3/condition/expression/type", "\"CSharp\"", "root.activities[3].condition.expression.type", "'CSharp'")]
    [TestCase("root/activities/3/condition/expression/type", "\"Python\"", "root.activities[3].condition.expression.type", "'Python'")]
    [TestCase("root/activities/3/condition/expression/type", "\"Delegate\"", "root.activities[3].condition.expression.type", "'Delegate'")]
    [TestCase("root/activities/3/condition/expression/type", "\"javascript\"", "root.activities[3].condition.expression.type", "'javascript'")]
    [TestCase("root/activities/3/condition/expression/value", "5", "root.activities[3].condition.expression.value", "must be a text")]
    [TestCase("root/activities/3/condition/expression/value", "\"getR() ==\"", "root.activities[3].condition.expression.value", "does not parse")]
    [TestCase("root/activities/3/condition/expression/value", "\"getQ()\"", "root.activities[3].condition.expression.value", "'getQ'")]
    [TestCase("root/activities/3/condition/expression", "{\"type\":\"Literal\",\"value\":[true]}", "root.activities[3].condition.expression.value", "a literal must be")]
    [TestCase("root/activities/3/condition/expression", "{\"type\":\"Variable\",\"value\":{\"id\":\"vx\"}}", "root.activities[3].condition.expression.value.id", "'vx'")]
    [TestCase("root/activities/3/condition/expression", "{\"type\":\"Variable\",\"value\":\"R\"}", "root.activities[3].condition.expression.value", "an object with its id")]
    [TestCase("root/activities/3/condition/expression", "{\"type\":\"Input\",\"value\":{\"name\":\"Nothing\"}}", "root.activities[3].condition.expression.value.name", "'Nothing'")]
    [TestCase("root/activities/2/outcomes", null, "root.activities[2].outcomes", "missing")]
    [TestCase("root/activities/2/outcomes/expression/value", "\"[]\"", "root.activities[2].outcomes", "no outcome at all")]
    [TestCase("root/activities/2/outcomes/expression/value", "\"[\\\"Ok\\\", \\\"No\\\", \\\"Ok\\\"]\"", "root.activities[2].outcomes", "'Ok' is given twice")]
    [TestCase("root/activities/2/outcomes/expression/value", "\"[\\\"Ok\\\", \\\"No\\\", \\\"\\\"]\"", "root.activities[2].outcomes", "no name")]
    [TestCase("root/activities/2/outcomes/expression/value", "\"[1]\"", "root.activities[2].outcomes.expression.value", "list of texts")]
    [TestCase("root/activities/2/outcomes/expression/value", "\"[\"", "root.activities[2].outcomes.expression.value", "no JSON")]
    [TestCase("root/activities/2/outcomes/expression/value", "[\"Ok\", \"No\"]", "root.activities[2].outcomes.expression.value", "holds JSON")]
    [TestCase("root/activities/2/outcomes/expression", "{\"type\":\"JavaScript\",\"value\":\"getR()\"}", "root.activities[2].outcomes.expression.value", "must be a constant")]
    [TestCase("root/activities/2/overdueOutcome", "\"Late\"", "root.activities[2].overdueOutcome", "'dueWorkingDays'")]
    [TestCase("root/activities/2/dueWorkingDays", "\"soon\"", "root.activities[2].dueWorkingDays", "'soon'")]
    [TestCase("root/activities/2/dueWorkingDays", "-1", "root.activities[2].dueWorkingDays", "negative")]
    [TestCase("root/activities/2/task", null, "root.activities[2].task", "missing")]
    [TestCase("root/activities/2/result/memoryReference/id", "\"vx\"", "root.activities[2].result.memoryReference.id", "'vx'")]
    [TestCase("root/activities/2/result/memoryReference", null, "root.activities[2].result.memoryReference", "missing")]
    [TestCase("root/activities/2/result/converter", "{\"id\":\"x\"}", "root.activities[2].result.converter", "not supported")]
    [TestCase("root/activities/2/result", "\"R\"", "root.activities[2].result", "must be an object")]
    [TestCase("root/activities/5/variable", null, "root.activities[5].variable", "missing")]
    [TestCase("root/activities/5/variable/id", "\"vx\"", "root.activities[5].variable.id", "'vx'")]
    [TestCase("root/activities/5/valeu", "1", "root.activities[5].valeu", "'valeu' is unknown")]
    [TestCase("root/activities/6/cases", "{}", "root.activities[6].cases", "list of cases")]
    [TestCase("root/activities/6/cases/0/label", "\"Default\"", "root.activities[6].cases[0].label", "'Default' is given twice")]
    [TestCase("root/activities/6/cases/0/condition", null, "root.activities[6].cases[0].condition", "missing")]
    [TestCase("root/activities/6/cases/0/condition/type", "\"Liquid\"", "root.activities[6].cases[0].condition.type", "'Liquid'")]
    [TestCase("root/activities/6/mode", "\"MatchAll\"", "root.activities[6].mode", "'MatchAll'")]
    [TestCase("root/connections", "5", "root.connections", "list of connections")]
    [TestCase("root/connections/1", "5", "root.connections[1]", "must be an object")]
    [TestCase("root/connections/1/condition", "\"x\"", "root.connections[1].condition", "unknown")]
    [TestCase("root/connections/1/source/activity", "\"ma\"", "root.connections[1].source", "'ma' is unknown")]
    [TestCase("root/connections/1/target/activity", "\"flow\"", "root.connections[1].target", "'flow' is not in this flowchart")]
    [TestCase("root/connections/1/source/port", "\"ok\"", "root.connections[1].source", "'ok' is unknown")]
    [TestCase("root/connections/1/source/port", null, "root.connections[1].source", "needs a port")]
    [TestCase("root/connections/1/target/port", "\"Out\"", "root.connections[1].target", "'Out' is unknown")]
    [TestCase("root/connections/1/source/prt", "1", "root.connections[1].source.prt", "unknown")]
    [TestCase("root/connections/1/target", null, "root.connections[1].target", "missing")]
    [TestCase("root/connections/1/vertices", "[{\"z\":1}]", "root.connections[1].vertices", "points")]
    [TestCase("variabels", "[]", "variabels", "'variabels' is unknown")]
    public void One_fault_is_reported_at_its_place(string spoilt, string? json, string path, string part)
    {
        JsonObject document = Whole();
        Spoil(document, spoilt, json);
        IReadOnlyList<Fault> faults = Faults(document);
        Assert.That(faults.Where(fault => fault.Path == path && fault.Message.Contains(part, StringComparison.Ordinal)), Is.Not.Empty, string.Join('\n', faults));
    }

    [TestCase("", "$")]
    [TestCase("nothing", "$")]
    [TestCase("{\"root\": {}, }", "$")]
    [TestCase("{\"root\": {} // comment\n}", "$")]
    [TestCase("[]", "$")]
    [TestCase("5", "$")]
    [TestCase("{}", "root")]
    [TestCase("{\"name\":\"a\",\"name\":\"b\",\"root\":{\"id\":\"x\",\"type\":\"Elsa.Sequence\",\"activities\":[{\"type\":\"Elsa.Start\"}]}}", "name")]
    [TestCase("{\"root\":{\"id\":\"x\",\"type\":\"Elsa.Sequence\",\"activities\":[{\"type\":\"Elsa.WriteLine\",\"text\":\"a\",\"Text\":\"b\"}]}}", "root.activities[0].Text")]
    [TestCase("{\"customProperties\":{\"a b\":{\"c\":1,\"c\":2}},\"root\":{\"id\":\"x\",\"type\":\"Elsa.Sequence\",\"activities\":[{\"type\":\"Elsa.Start\"}]}}", "customProperties['a b'].c")]
    public void Broken_documents_and_repeated_properties_are_refused(string json, string path)
    {
        IReadOnlyList<Fault> faults = DefinitionReader.Read(Encoding.UTF8.GetBytes(json)).Faults;
        Assert.That(faults.Select(fault => fault.Path), Does.Contain(path), string.Join('\n', faults));
    }

    [Test]
    public void Text_that_is_no_Unicode_is_refused_at_its_place()
    {
        static string Path(string json) => DefinitionReader.Read(Encoding.Latin1.GetBytes(json)).Faults.Single().Path;
        Assert.Multiple(() =>
        {
            Assert.That(Path("""{"name":"\uD800","root":{}}"""), Is.EqualTo("name"));
            Assert.That(Path("""{"variables":[{"\uDC00":1}]}"""), Is.EqualTo("variables[0]"));
            Assert.That(Path("{\"name\":\"\u00ff\"}"), Is.EqualTo("$"));
        });
        JsonObject document = Whole();
        Spoil(document, "root/activities/2/outcomes/expression/value", """ "[\"\\uD800\"]" """);
        Assert.That(Faults(document).Select(fault => fault.Path), Does.Contain("root.activities[2].outcomes.expression.value"));
    }

    [Test]
    public void Nesting_without_end_is_refused_quickly()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"type\":\"Elsa.If\",\"then\":", 50_000));
        Assert.That(DefinitionReader.Read(Encoding.UTF8.GetBytes("{\"root\":" + deep)).Faults.Single().Path, Is.EqualTo("$"));
        JsonObject inner = Flow.LineOf("x", "tận cùng");
        for (int i = 0; i < 100; i++) inner = new JsonObject { ["id"] = $"if{i}", ["type"] = "Elsa.If", ["condition"] = true, ["then"] = inner };
        Assert.That(Flow.Root(inner).Run().Log, Is.EqualTo(new[] { "tận cùng" }));
    }

    [Test]
    public void All_faults_are_reported_and_not_only_the_first()
    {
        JsonObject document = Whole();
        Spoil(document, "variabels", "[]");
        Spoil(document, "root/activities/5/valeu", "1");
        Spoil(document, "root/activities/3/condition/expression/value", "\"getQ()\"");
        Assert.That(Faults(document).Select(fault => fault.Path), Is.SupersetOf(new[] { "variabels", "root.activities[5].valeu", "root.activities[3].condition.expression.value" }));
    }

    [Test]
    public void The_legacy_shapes_of_connections_are_read()
    {
        var shapes = new[]
        {
            """[{"source":"a","target":"b","sourcePort":"Done","targetPort":"In"}]""",
            """[{"source":"a","target":"b"}]""",
            """[{"Source":{"Activity":"a","Port":"Done"},"Target":{"Activity":"b","Port":"In"},"vertices":[{"x":1,"y":2}]}]""",
            """{"source":{"activity":"a"},"target":{"activity":"b"}}""",
            """{"$values":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b"}}]}""",
            """[{"source":"a","target":"b","sourcePort":"Done"},{"source":"a","target":"b","sourcePort":"Done"}]""",
        };
        foreach (string shape in shapes)
        {
            JsonObject document = Flow.Root(new JsonObject { ["id"] = "f", ["type"] = "Elsa.Flowchart", ["activities"] = new JsonArray(Flow.LineOf("a", "1"), Flow.LineOf("b", "2")), ["connections"] = JsonNode.Parse(shape) }).ToJson();
            WorkflowDefinition definition = Play.Read(JsonSerializer.SerializeToUtf8Bytes(document));
            Assert.That(Play.Arguments(definition).Trace, Is.EqualTo(new[] { "a", "b" }), shape);
        }
    }

    [Test]
    public void Made_up_ids_keep_clear_of_given_ones()
    {
        var items = new JsonArray(
            new JsonObject { ["type"] = "Elsa.WriteLine" }, Flow.LineOf("WriteLine2", ""), new JsonObject { ["type"] = "Elsa.WriteLine", ["id"] = " " }, new JsonObject { ["type"] = "Elsa.Start" });
        WorkflowDefinition definition = Flow.Root(new JsonObject { ["type"] = "Elsa.Sequence", ["activities"] = items }).Read();
        Assert.That(definition.Activities.Select(activity => activity.Id), Is.EqualTo(new[] { "Sequence1", "WriteLine1", "WriteLine2", "WriteLine3", "Start1" }));
    }

    [Test]
    public void Plain_values_nulls_and_other_cases_of_names_are_accepted()
    {
        JsonObject document = Flow.Root(new JsonObject
        {
            ["id"] = "s",
            ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray(
                new JsonObject { ["type"] = "Elsa.WriteLine", ["Text"] = 5, ["name"] = null, ["metadata"] = null, ["customProperties"] = null, ["version"] = null },
                new JsonObject { ["type"] = "Elsa.WriteLine", ["text"] = null },
                new JsonObject { ["type"] = "Elsa.WriteLine", ["text"] = true }),
        }).ToJson();
        document["$schema"] = "https://example.invalid/schema";
        document["toolVersion"] = "3.8.0.0";
        document["tenantId"] = "";
        Assert.That(Play.Arguments(Play.Read(JsonSerializer.SerializeToUtf8Bytes(document))).Log, Is.EqualTo(new[] { "5", "", "True" }));
    }

    [Test]
    public void Metadata_gives_text_and_place()
    {
        JsonObject task = Flow.TaskOf("t", "Ok");
        task["name"] = "Task";
        task["metadata"] = JsonNode.Parse("""{"displayText":"Thẩm định","designer":{"position":{"x":-10.5,"y":20},"size":{"width":100,"height":40}},"other":[1]}""");
        ActivityNode node = Flow.Of("start > t", "t:Ok > end").Add(task).Read().Find("t")!;
        Assert.Multiple(() =>
        {
            Assert.That(node.DisplayText, Is.EqualTo("Thẩm định"));
            Assert.That(node.Position, Is.EqualTo(new ActivityPosition(-10.5, 20, 100, 40)));
            Assert.That(node.Path, Is.EqualTo("root.activities[2]"));
            Assert.That(node.Constant("TIER")!.GetValue<string>(), Is.EqualTo("commune"));
            Assert.That(node.Constant("dueWorkingDays"), Is.Null);
            Assert.That(node.Outcomes, Is.EqualTo(new[] { "Ok" }));
        });
    }
}
