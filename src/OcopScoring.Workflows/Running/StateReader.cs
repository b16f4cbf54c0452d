using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
static class StateReader
{
    static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public static WorkflowState Read(ReadOnlyMemory<byte> utf8, WorkflowDefinition definition)
    {
        using var document = JsonDocument.Parse(utf8, Options);
        JsonElement root = document.RootElement;
        try
        {
            if (root.GetProperty("layout"u8).GetInt32() != StateWriter.Layout) throw new JsonException("The state has an unknown layout.");
            return Read(root, definition);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("The text is no state of this definition.", error);
        }
    }

    static WorkflowState Read(JsonElement root, WorkflowDefinition definition)
    {
        var state = new WorkflowState(definition);
        foreach (JsonProperty member in root.EnumerateObject())
        {
            JsonElement value = member.Value;
            switch (member.Name)
            {
                case "layout": break;
                case "status": state.Status = ReadStatus(value.GetString()); break;
                case "lastBookmark": state.LastBookmarkId = value.GetInt32(); break;
                case "lastIncident": state.LastIncidentId = value.GetInt32(); break;
                case "name": state.InstanceName = value.GetString(); break;
                case "correlation": state.CorrelationId = value.GetString(); break;
                case "variables": state.VariableValues = Exactly(StoredValues.ReadAll(value), definition.Variables.Count); break;
                case "inputs": state.InputValues = Exactly(StoredValues.ReadAll(value), definition.Inputs.Count); break;
                case "outputs":
                    foreach (JsonProperty output in value.EnumerateObject()) state.OutputValues.Add(KeyValuePair.Create(output.Name, StoredValues.Read(output.Value)));
                    break;
                case "incidents":
                    foreach (JsonElement incident in value.EnumerateArray()) state.OpenIncidents.Add(ReadIncident(incident));
                    break;
                case "activityOutputs":
                    foreach (JsonProperty outputs in value.EnumerateObject()) state.ActivityOutputs[Node(definition, outputs.Name).Index] = StoredValues.ReadAll(outputs.Value);
                    break;
                case "lastResult": state.LastResult = StoredValues.Read(value); break;
                case "root": state.Root = ReadFrame(value, definition, null); break;
                default: throw new JsonException($"The state has an unknown member '{member.Name}'.");
            }
        }

        return state;
    }

    static Value[] Exactly(Value[] values, int count) =>
        values.Length == count ? values : throw new JsonException("The state belongs to another version of the definition.");

    static ActivityNode Node(WorkflowDefinition definition, string? id) =>
        definition.Find(id ?? "") ?? throw new JsonException($"The state names the unknown activity '{id}'.");

    static WorkflowStatus ReadStatus(string? text) => text switch
    {
        "suspended" => WorkflowStatus.Suspended,
        "finished" => WorkflowStatus.Finished,
        "faulted" => WorkflowStatus.Faulted,
        "cancelled" => WorkflowStatus.Cancelled,
        _ => throw new JsonException($"The state has the unknown status '{text}'."),
    };

    static Incident ReadIncident(JsonElement incident) => new(
        incident.GetProperty("id"u8).GetInt32(),
        incident.GetProperty("activity"u8).GetString()!,
        incident.GetProperty("message"u8).GetString()!,
        incident.GetProperty("at"u8).GetDateTimeOffset());

    static Frame ReadFrame(JsonElement element, WorkflowDefinition definition, Frame? parent)
    {
        ActivityNode node = Node(definition, element.GetProperty("at"u8).GetString());
        var frame = new Frame(node, parent);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            JsonElement value = member.Value;
            if (member.NameEquals("at"u8)) continue;
            if (member.NameEquals("position"u8)) frame.Position = value.GetInt32();
            else if (member.NameEquals("incident"u8)) frame.IncidentId = value.GetInt32();
            else if (member.NameEquals("variables"u8)) frame.Variables = Exactly(StoredValues.ReadAll(value), node.Variables.Count);
            else if (member.NameEquals("item"u8)) frame.PerItem = StoredValues.ReadAll(value);
            else if (member.NameEquals("items"u8)) frame.Items = StoredValues.ReadAll(value);
            else if (member.NameEquals("visited"u8)) ReadVisits(value, FlowOf(frame));
            else if (member.NameEquals("passed"u8)) ReadPassed(value, FlowOf(frame));
            else if (member.NameEquals("bookmark"u8)) frame.Bookmark = ReadBookmark(value, node);
            else if (member.NameEquals("inside"u8))
                foreach (JsonElement child in value.EnumerateArray()) frame.Children.Add(ReadFrame(child, definition, frame));
            else throw new JsonException($"The state has an unknown member '{member.Name}'.");
        }

        return frame;
    }

    static FlowScope FlowOf(Frame frame)
    {
        FlowGraph graph = frame.Node.Graph ?? throw new JsonException($"The activity '{frame.Node.Id}' is no flowchart.");
        return frame.Flow ??= new FlowScope(graph.Activities.Count, graph.Connections.Count);
    }

    static void ReadVisits(JsonElement pairs, FlowScope flow)
    {
        int place = -1;
        foreach (JsonElement number in pairs.EnumerateArray())
        {
            if (place < 0) place = number.GetInt32();
            else
            {
                flow.Activities[place] = number.GetInt32();
                place = -1;
            }
        }
    }

    static void ReadPassed(JsonElement pairs, FlowScope flow)
    {
        int index = -1;
        foreach (JsonElement number in pairs.EnumerateArray())
        {
            if (index < 0) index = number.GetInt32();
            else
            {
                int count = number.GetInt32();
                flow.Visits[index] = Math.Abs(count);
                flow.Followed[index] = count > 0;
                index = -1;
            }
        }
    }

    static Bookmark ReadBookmark(JsonElement element, ActivityNode node) => new()
    {
        Id = element.GetProperty("id"u8).GetInt32(),
        ActivityId = node.Id,
        ActivityType = node.Type,
        Name = node.Behaviour.ShortName,
        OpenedAt = element.GetProperty("opened"u8).GetDateTimeOffset(),
        Outcomes = [.. element.GetProperty("outcomes"u8).EnumerateArray().Select(outcome => outcome.GetString()!)],
        Due = element.TryGetProperty("due"u8, out JsonElement due) ? due.GetDateTimeOffset() : null,
        DueOutcome = element.TryGetProperty("dueOutcome"u8, out JsonElement outcome) ? outcome.GetString() : null,
        Reminders = element.TryGetProperty("reminders"u8, out JsonElement reminders) ? [.. reminders.EnumerateArray().Select(each => each.GetDateTimeOffset())] : [],
        InputValues = element.TryGetProperty("inputs"u8, out JsonElement inputs) ? StoredValues.Read(inputs).Record : Record.Empty,
    };
}
