using System.Text.Json.Nodes;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows;

/// <summary>All that an instance needs to go on. Seen from outside it never changes: each decision makes a new one.</summary>
public sealed class WorkflowState
{
    internal WorkflowState(WorkflowDefinition definition)
    {
        Definition = definition;
        VariableValues = definition.InitialVariables();
        InputValues = new Value[definition.Inputs.Count];
        Array.Fill(InputValues, Value.Null);
    }

    public WorkflowStatus Status { get; internal set; } = WorkflowStatus.Cancelled;

    /// <summary>The open bookmarks, oldest first.</summary>
    public IReadOnlyList<Bookmark> Bookmarks =>
        Root is null ? [] : [.. Root.All().Where(frame => frame.Bookmark is not null).Select(frame => frame.Bookmark!).OrderBy(bookmark => bookmark.Id)];

    /// <summary>The incidents that were neither retried nor skipped, oldest first.</summary>
    public IReadOnlyList<Incident> Incidents => OpenIncidents;

    /// <summary>The definition's own variables by name, in the order of the document.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables
    {
        get
        {
            var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
            for (int i = 0; i < VariableValues.Length; i++) values[Definition.Variables[i].Name] = JsonValues.ToNode(VariableValues[i]);
            return values;
        }
    }

    /// <summary>The outputs that were set, in the order in which they were set first.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Outputs =>
        OutputValues.ToDictionary(output => output.Key, output => JsonValues.ToNode(output.Value), StringComparer.Ordinal);

    /// <summary>Given by <c>Elsa.SetName</c>.</summary>
    public string? InstanceName { get; internal set; }

    /// <summary>Given by <c>Elsa.Correlate</c>.</summary>
    public string? CorrelationId { get; internal set; }

    internal WorkflowDefinition Definition { get; }
    internal Frame? Root { get; set; }
    internal int LastBookmarkId { get; set; }
    internal int LastIncidentId { get; set; }
    internal Value[] VariableValues { get; set; }
    internal Value[] InputValues { get; set; }
    internal List<KeyValuePair<string, Value>> OutputValues { get; } = [];
    internal List<Incident> OpenIncidents { get; } = [];

    /// <summary>Outputs of activities that some script reads, by index of the activity.</summary>
    internal SortedDictionary<int, Value[]> ActivityOutputs { get; } = [];

    internal Value LastResult { get; set; } = Value.Null;

    /// <summary>Reads a state that <see cref="ToJson"/> wrote for the same definition version.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is no state of this definition.</exception>
    public static WorkflowState FromJson(ReadOnlyMemory<byte> utf8, WorkflowDefinition definition) => StateReader.Read(utf8, definition);

    /// <summary>UTF-8 JSON, about 100 bytes and 40 more for each open wait, besides the values it holds.</summary>
    public byte[] ToJson() => StateWriter.Write(this);

    internal WorkflowState Copy()
    {
        var copy = new WorkflowState(Definition)
        {
            Status = Status,
            InstanceName = InstanceName,
            CorrelationId = CorrelationId,
            Root = Root?.Copy(null),
            LastBookmarkId = LastBookmarkId,
            LastIncidentId = LastIncidentId,
            VariableValues = (Value[])VariableValues.Clone(),
            InputValues = InputValues,
            LastResult = LastResult,
        };
        copy.OutputValues.AddRange(OutputValues);
        copy.OpenIncidents.AddRange(OpenIncidents);
        foreach ((int activity, Value[] outputs) in ActivityOutputs) copy.ActivityOutputs[activity] = (Value[])outputs.Clone();
        return copy;
    }
}
