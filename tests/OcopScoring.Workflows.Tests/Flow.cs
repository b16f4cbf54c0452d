using System.Text;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

/// <summary>Builds definitions as JSON: <c>Flow.Of("start > a", "a:Ok > end").Task("a", "Ok")</c>. Start and end exist already.</summary>
sealed class Flow
{
    readonly JsonArray activities = [];
    readonly JsonArray connections = [];
    readonly JsonArray variables = [];
    readonly JsonArray inputs = [];
    readonly JsonArray outputs = [];
    JsonObject? root;
    string? strategy;

    public static Flow Of(params string[] connections)
    {
        var flow = new Flow();
        flow.Add(new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" });
        flow.Add(new JsonObject { ["id"] = "end", ["type"] = "Elsa.End" });
        foreach (string connection in connections) flow.Connect(connection);
        return flow;
    }

    /// <summary>A definition whose root is the given activity instead of a flowchart.</summary>
    public static Flow Root(JsonObject root) => new() { root = root };

    public Flow Connect(string connection)
    {
        string[] ends = connection.Split(" > ");
        string[] source = ends[0].Split(':');
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        });
        return this;
    }

    public Flow Add(JsonObject activity)
    {
        activities.Add(activity);
        return this;
    }

    public Flow Task(string id, params string[] outcomes) => Add(TaskOf(id, outcomes));

    public Flow Line(string id, string text = "") => Add(LineOf(id, text));

    public Flow Script(string id, string script) => Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.WriteLine", ["text"] = Js(script) });

    public Flow Decision(string id, string script = "true") => Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.FlowDecision", ["condition"] = Js(script) });

    public Flow Fork(string id, params string[] branches) => Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.FlowFork", ["branches"] = List(branches) });

    public Flow Join(string id, string mode) => Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.FlowJoin", ["mode"] = mode });

    public Flow Set(string id, string variable, string script) =>
        Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.SetVariable", ["variable"] = new JsonObject { ["id"] = variable }, ["value"] = Js(script) });

    public Flow Variable(string name, string type = "Object", string? value = null)
    {
        variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    public Flow Input(string name, string type = "Object")
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = type });
        return this;
    }

    public Flow Output(string name, string type = "Object")
    {
        outputs.Add(new JsonObject { ["name"] = name, ["type"] = type });
        return this;
    }

    public Flow ContinueWithIncidents()
    {
        strategy = "ContinueWithIncidentsStrategy";
        return this;
    }

    /// <summary>Lists outcomes that end their branch on purpose.</summary>
    public Flow EndsHere(string id, params string[] outcomes)
    {
        JsonNode activity = activities.First(each => each!["id"]!.ToString() == id)!;
        activity["customProperties"] = new JsonObject { ["endsHere"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)outcome)]) };
        return this;
    }

    public static JsonObject TaskOf(string id, params string[] outcomes) => new()
    {
        ["id"] = id,
        ["type"] = "Ocop.HumanTask",
        ["task"] = id,
        ["role"] = "officer",
        ["tier"] = "commune",
        ["outcomes"] = List(outcomes),
    };

    public static JsonObject LineOf(string id, string text) => new() { ["id"] = id, ["type"] = "Elsa.WriteLine", ["text"] = text };

    public static JsonObject Js(string script) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };

    public static JsonObject List(params string[] items) => new()
    {
        ["typeName"] = "String[]",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. items.Select(item => (JsonNode)item)]).ToJsonString() },
    };

    public JsonObject ToJson() => new()
    {
        ["definitionId"] = "t",
        ["version"] = 1,
        ["variables"] = variables.DeepClone(),
        ["inputs"] = inputs.DeepClone(),
        ["outputs"] = outputs.DeepClone(),
        ["options"] = new JsonObject { ["incidentStrategyType"] = strategy },
        ["root"] = root?.DeepClone() ?? new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone() },
    };

    public WorkflowDefinition Read() => Play.Read(Encoding.UTF8.GetBytes(ToJson().ToJsonString()));

    /// <summary>Runs it with options of the command line, whether sound or not.</summary>
    public Rehearsal Run(params string[] arguments) => Play.Arguments(Read(), arguments);

    public SoundnessReport Check() => SoundnessCheck.Check(Read());

    /// <summary>The trace without start and end, in one line.</summary>
    public string Trace(params string[] arguments) => string.Join(' ', Run(arguments).Trace.Where(id => id is not ("start" or "end")));
}
