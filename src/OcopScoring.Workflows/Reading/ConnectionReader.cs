using System.Text.Json;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Reading;

/// <summary>Reads the connections of a flowchart in the present shape and in the legacy ones, and builds its graph.</summary>
sealed class ConnectionReader(ReadingContext context, ActivityNode flowchart)
{
    readonly List<Connection> connections = [];
    readonly HashSet<(string, string?, string, string?)> seen = [];
    readonly Dictionary<string, ActivityNode> own = flowchart.ChildList.DistinctBy(child => child.Id).ToDictionary(child => child.Id, StringComparer.Ordinal);

    string Subject => $"'{flowchart.Id}'";

    public void Read(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$values", out JsonElement values))
        {
            var wrapper = new ObjectReader(element, path, context.Faults, Subject);
            wrapper.Ignore("$values", "$id");
            wrapper.Finish();
            Read(values, JsonPath.Member(path, "$values"));
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            One(element, path);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in element.EnumerateArray()) One(item, JsonPath.Item(path, index++));
        }
        else
        {
            context.Faults.Add(path, Subject, "'connections' must be a list of connections");
        }
    }

    void One(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            context.Faults.Add(path, Subject, "a connection must be an object");
            return;
        }

        var reader = new ObjectReader(element, path, context.Faults);
        (string? source, string? sourcePort) = End(reader, "source");
        (string? target, string? targetPort) = End(reader, "target");
        if (reader.TryTake("vertices", out JsonElement vertices, ignoreCase: true)) Vertices(vertices, reader.At("vertices"));
        reader.Finish();
        ActivityNode? from = Find(source, reader.At("source")), to = Find(target, reader.At("target"));
        if (from is null || to is null) return;
        if (!string.IsNullOrEmpty(targetPort) && targetPort != "In") context.Faults.Add(reader.At("target"), $"'{to.Id}'", $"the target port '{targetPort}' is unknown; the only one is 'In'");
        if (!IsPort(from, sourcePort, reader.At("source"))) return;
        if (seen.Add((from.Id, sourcePort, to.Id, targetPort))) connections.Add(new Connection(connections.Count, from, sourcePort, to, path));
    }

    /// <summary>The activity and port of one end: <c>{activity, port}</c>, or flat with the port beside it.</summary>
    (string? Activity, string? Port) End(ObjectReader reader, string name)
    {
        if (!reader.TryTake(name, out JsonElement value, ignoreCase: true))
        {
            reader.Fault(name, $"the {name} of the connection is missing");
            reader.TryTake(name + "Port", out _, ignoreCase: true);
            return default;
        }

        if (value.ValueKind == JsonValueKind.String) return (value.GetString(), Text(reader, name + "Port"));
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Fault(name, $"the {name} of a connection must name an activity");
            return default;
        }

        var end = new ObjectReader(value, reader.At(name), context.Faults);
        string? activity = Text(end, "activity");
        if (activity is null) end.Fault("activity", $"the {name} of the connection names no activity");
        string? port = Text(end, "port");
        end.Finish();
        return (activity, port);
    }

    static string? Text(ObjectReader reader, string name)
    {
        if (!reader.TryTake(name, out JsonElement value, ignoreCase: true)) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        reader.Fault(name, $"'{name}' must be a text");
        return null;
    }

    void Vertices(JsonElement vertices, string path)
    {
        bool fits = vertices.ValueKind == JsonValueKind.Array && vertices.EnumerateArray().All(vertex =>
            vertex.ValueKind == JsonValueKind.Object && vertex.EnumerateObject().All(member => member.Name is "x" or "y" or "X" or "Y" && member.Value.ValueKind == JsonValueKind.Number));
        if (!fits) context.Faults.Add(path, null, "'vertices' must be a list of points with x and y");
    }

    ActivityNode? Find(string? id, string path)
    {
        if (id is null) return null;
        if (own.TryGetValue(id, out ActivityNode? node)) return node;
        if (context.BrokenIds.Contains(id)) return null;
        bool isElsewhere = context.ById.ContainsKey(id);
        context.Faults.Add(path, null, isElsewhere ? $"the activity '{id}' is not in this flowchart" : $"the activity '{id}' is unknown");
        return null;
    }

    bool IsPort(ActivityNode from, string? port, string path)
    {
        if (port is null)
        {
            if (from.Behaviour.HasDefaultOutcome) return true;
            context.Faults.Add(path, $"'{from.Id}'", $"the connection needs a port; the outcomes are {string.Join(", ", from.Outcomes)}");
            return false;
        }

        if (from.Outcomes.Count == 0 || from.Outcomes.Contains(port, StringComparer.Ordinal)) return true;
        context.Faults.Add(path, $"'{from.Id}'", $"the port '{port}' is unknown; the outcomes are {string.Join(", ", from.Outcomes)}");
        return false;
    }

    public void Finish(string startPath)
    {
        for (int i = 0; i < flowchart.ChildList.Count; i++) flowchart.ChildList[i].Place = i;
        if (flowchart.StartId is { } id && !own.ContainsKey(id)) context.Faults.Add(startPath, Subject, $"the start activity '{id}' is unknown");
        if (context.Faults.Faults.Count == 0) flowchart.Graph = new FlowGraph(flowchart.ChildList, connections, Start());
    }

    ActivityNode? Start()
    {
        List<ActivityNode> children = flowchart.ChildList;
        if (flowchart.StartId is { } id) return own[id];
        return children.Find(child => child.Behaviour is Activities.Start)
            ?? children.Find(child => child.CanStart)
            ?? children.Find(child => connections.TrueForAll(connection => connection.Target != child))
            ?? children.FirstOrDefault();
    }
}
