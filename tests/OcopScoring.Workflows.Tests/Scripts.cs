using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

[TestFixture]
public sealed class Scripts
{
    /// <summary>Results that a JavaScript engine gave, one expression a line.</summary>
    static List<(string Script, string Result)> Known() =>
        [.. File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", "javascript.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    static IReadOnlyList<string> Evaluate(IEnumerable<string> scripts)
    {
        var lines = new JsonArray([.. scripts.Select((script, i) => (JsonNode)new JsonObject { ["id"] = $"e{i}", ["type"] = "Elsa.WriteLine", ["text"] = Flow.Js(script) })]);
        return Flow.Root(new JsonObject { ["id"] = "all", ["type"] = "Elsa.Sequence", ["activities"] = lines }).Run().Log;
    }

    static string? FaultOf(string script) =>
        DefinitionReader.Read(JsonSerializer.SerializeToUtf8Bytes(Flow.Of("start > x", "x > end").Script("x", script).Variable("Stage").Input("Amount").ToJson())).Faults.SingleOrDefault()?.Message;

    [Test]
    public void Give_what_a_JavaScript_engine_gives()
    {
        List<(string Script, string Result)> known = Known();
        Assert.That(known, Has.Count.GreaterThan(5_000));
        IReadOnlyList<string> results = Evaluate(known.Select(each => $"`${{{each.Script}}}`"));
        Assert.Multiple(() =>
        {
            for (int i = 0; i < known.Count; i++)
            {
                string shown = results[i].AsSpan().ContainsAny('\n', '\t') ? JsonSerializer.Serialize(results[i], Unescaped) : results[i];
                Assert.That(shown, Is.EqualTo(known[i].Result), known[i].Script);
            }
        });
    }

    static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCase("this.x", "'this'")]
    [TestCase("x = 1", "an assignment")]
    [TestCase("getStage() = 1", "an assignment")]
    [TestCase("() => 1", "a function")]
    [TestCase("(function () { return 1 })()", "this call")]
    [TestCase("({ a: 1 })", "an object literal")]
    [TestCase("new Date()", "'new'")]
    [TestCase("1, 2", "the comma operator")]
    [TestCase("getStage()?.a", "optional chaining")]
    [TestCase("[...getStage()]", "spreading")]
    [TestCase("tag`x`", "a tagged template")]
    [TestCase("/a/.test('a')", "the call of 'test'")]
    [TestCase("/a/", "a regular expression")]
    [TestCase("10n", "a BigInt")]
    [TestCase("typeof 1", "'typeof'")]
    [TestCase("void 0", "'void'")]
    [TestCase("delete getStage().a", "'delete'")]
    [TestCase("~1", "'~'")]
    [TestCase("1 & 2", "'&'")]
    [TestCase("1 << 2", "'<<'")]
    [TestCase("'a' in getStage()", "'in'")]
    [TestCase("getStage() instanceof getStage()", "'instanceof'")]
    [TestCase("eval('1')", "the call of 'eval'")]
    [TestCase("setStage(1)", "the call of 'setStage'")]
    [TestCase("newGuid()", "the call of 'newGuid'")]
    [TestCase("toJson(1)", "the call of 'toJson'")]
    [TestCase("'a'.toUpperCase()", "the call of 'toUpperCase'")]
    [TestCase("[1].map(2)", "the call of 'map'")]
    [TestCase("Math.random()", "Math.random")]
    [TestCase("Math.PI", "Math.PI")]
    [TestCase("Math", "'Math'")]
    [TestCase("NaN", "'NaN'")]
    [TestCase("Infinity", "'Infinity'")]
    [TestCase("globalThis", "'globalThis'")]
    [TestCase("getStage().constructor", "'constructor'")]
    [TestCase("getStage()['constructor']", "'constructor'")]
    [TestCase("getStage().__proto__", "'__proto__'")]
    [TestCase("getStage().prototype", "'prototype'")]
    [TestCase("'a'.includes", "'includes'")]
    [TestCase("'a'.includes()", "one argument")]
    [TestCase("getNothing()", "no declared variable or input")]
    [TestCase("getVariable('Nothing')", "'Nothing' is not declared")]
    [TestCase("getVariable(getStage())", "a name written out")]
    [TestCase("variables.Nothing", "'Nothing' is not declared")]
    [TestCase("variables[getStage()]", "the name of a variable")]
    [TestCase("variables", "'variables'")]
    [TestCase("getInput('Nothing')", "'Nothing' is not declared")]
    [TestCase("getInput()", "one argument")]
    [TestCase("getOutputFrom('nobody', 'Result')", "'nobody' is unknown")]
    [TestCase("getOutputFrom('x', 'Result')", "has no output 'Result'")]
    [TestCase("Stage", "'Stage' is unknown")]
    [TestCase("var x = 1", "does not parse")]
    [TestCase("1; 2", "does not parse")]
    [TestCase("return 1", "does not parse")]
    [TestCase("", "does not parse")]
    [TestCase("1 +", "does not parse")]
    [TestCase("a b", "does not parse")]
    public void Outside_the_subset_is_refused_by_name(string script, string part) => Assert.That(FaultOf(script), Does.Contain(part));

    [TestCase("getStage()")]
    [TestCase("variables.Stage")]
    [TestCase("variables['Stage']")]
    [TestCase("getVariable('Stage')")]
    [TestCase("getVariable(`Stage`)")]
    [TestCase("getInput('Amount')")]
    [TestCase("getAmount()")]
    [TestCase("getLastResult()")]
    [TestCase("getCorrelationId() ?? getWorkflowInstanceId()")]
    [TestCase("getStage().a.b['c'][0]")]
    public void Inside_the_subset_is_accepted(string script) => Assert.That(FaultOf(script), Is.Null);

    [Test]
    public void A_variable_that_begins_small_has_a_getter_with_a_capital()
    {
        Rehearsal run = Flow.Of("start > x", "x > end").Variable("giaTri", "Double", "2.5").Script("x", "`${getGiaTri() * 2} ${getVariable('giaTri')}`").Run();
        Assert.That(run.Log, Is.EqualTo(new[] { "5 2.5" }));
    }

    [TestCase("getStage().a.b", "cannot read 'b' of undefined")]
    [TestCase("getStage()['con' + 'structor']", "'constructor' may not be read")]
    [TestCase("getStage().a.includes(1)", "'includes' needs")]
    public void What_goes_wrong_while_running_is_an_incident(string script, string part)
    {
        Rehearsal run = Flow.Of("start > x", "x > end").Variable("Stage", "JSON", "{\"b\": 1}").Script("x", script).Run();
        Assert.That(run.State.Status, Is.EqualTo(WorkflowStatus.Faulted));
        Assert.That(run.State.Incidents.Single().Message, Does.Contain(part));
        Assert.That(run.Trace, Is.EqualTo(new[] { "start" }));
    }

    [Test]
    public void Members_are_own_ones_only()
    {
        Rehearsal run = Flow.Of("start > x", "x > end").Variable("O", "JSON", "{\"length\": 7, \"a b\": {\"c\": [1, {\"d\": null}]}}")
            .Script("x", "`${getO().length} ${getO()['a b'].c[1].d} ${getO().toString} ${getO().hasOwnProperty} ${'x'.trim} ${getO()}`").Run();
        Assert.That(run.Log, Is.EqualTo(new[] { "7 null undefined undefined undefined [object Object]" }));
    }

    [Test]
    public void Seventeen_levels_are_too_many_and_a_long_chain_is_not()
    {
        Assert.That(FaultOf(new string('!', 16) + "1"), Does.Contain("16 levels"));
        Assert.That(FaultOf(new string('!', 15) + "1"), Is.Null);
        Assert.That(FaultOf(string.Join(" + ", Enumerable.Repeat("1", 400))), Is.Null);
        Assert.That(FaultOf(string.Concat(Enumerable.Repeat("[", 17)) + string.Concat(Enumerable.Repeat("]", 17))), Does.Contain("16 levels"));
    }

    static IEnumerable<string> Hostile()
    {
        yield return new string('(', 9_000) + "1" + new string(')', 9_000);
        yield return new string('[', 9_000);
        yield return new string('!', 15_000) + "1";
        yield return new string('-', 1) + string.Concat(Enumerable.Repeat(" -", 9_000)) + "1";
        yield return string.Concat(Enumerable.Repeat("1?", 5_000)) + "1" + string.Concat(Enumerable.Repeat(":1", 5_000));
        yield return new string('`', 1) + string.Concat(Enumerable.Repeat("${`", 3_000));
        yield return "'" + new string('x', 1_000_000) + "'";
        yield return string.Concat(Enumerable.Repeat("getStage().", 1_500)) + "x";
        yield return "/(a+)+$/";
        yield return "\0\uD800";
    }

    [TestCaseSource(nameof(Hostile))]
    public void Hostile_scripts_are_refused(string script) => Assert.That(FaultOf(script), Is.Not.Null);

    [Test]
    public void A_thousand_steps_and_ten_thousand_characters_are_the_limit()
    {
        string many = string.Join(" + ", Enumerable.Repeat("1", 501));
        Rehearsal steps = Flow.Of("start > x", "x > end").Script("x", many).Run();
        Assert.That(steps.State.Incidents.Single().Message, Does.Contain("1,000 steps"));
        Assert.That(Flow.Of("start > x", "x > end").Script("x", string.Join(" + ", Enumerable.Repeat("1", 500))).Run().Log, Is.EqualTo(new[] { "500" }));

        Rehearsal array = Flow.Of("start > a", "a > b", "b > end").Variable("S", "Object", new string('x', 6_000)).Set("a", "S", "[getS()]").Set("b", "S", "[getS(), getS()]").Run();
        Assert.That(array.State.Incidents.Single().ActivityId, Is.EqualTo("b"));
        Flow nest = Flow.Of("start > t", "t:Ok > a", "t:No > end", "a > t").Variable("V").Task("t", "Ok", "No").Set("a", "V", "[getV()]");
        Rehearsal deep = nest.Run([.. Enumerable.Repeat(new[] { "--resume", "t:Ok" }, 65).SelectMany(each => each)]);
        Assert.That(deep.State.Incidents.Single().Message, Does.Contain("64 levels"));

        string doubling = "getS() + getS() + getS()";
        Flow flow = Flow.Of("start > a", "a > b", "b > c", "c > end").Variable("S", "String", new string('x', 3_000))
            .Set("a", "S", doubling).Set("b", "S", doubling).Line("c", "never");
        Rehearsal text = flow.Run();
        Assert.That(text.State.Incidents.Single().Message, Does.Contain("10,000 characters"));
        Assert.That(text.Trace, Is.EqualTo(new[] { "start", "a" }));
    }
}
