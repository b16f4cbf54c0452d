using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>Writes a state as compact JSON. What has its initial value is left out.</summary>
static class StateWriter
{
    /// <summary>Version of the layout; a reader refuses a later one.</summary>
    public const int Layout = 1;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    static Utf8JsonWriter? cached;

    public static byte[] Write(WorkflowState state)
    {
        ArrayBufferWriter<byte> target = buffer ??= new ArrayBufferWriter<byte>(4096);
        target.ResetWrittenCount();
        Utf8JsonWriter writer = cached ??= new Utf8JsonWriter(target, Options);
        writer.Reset(target);
        Write(writer, state);
        writer.Flush();
        return target.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter writer, WorkflowState state)
    {
        writer.WriteStartObject();
        writer.WriteNumber("layout"u8, Layout);
        writer.WriteString("status"u8, StatusText(state.Status));
        if (state.LastBookmarkId != 0) writer.WriteNumber("lastBookmark"u8, state.LastBookmarkId);
        if (state.LastIncidentId != 0) writer.WriteNumber("lastIncident"u8, state.LastIncidentId);
        if (state.InstanceName is not null) writer.WriteString("name"u8, state.InstanceName);
        if (state.CorrelationId is not null) writer.WriteString("correlation"u8, state.CorrelationId);
        WriteValues(writer, "variables"u8, state.VariableValues);
        WriteValues(writer, "inputs"u8, state.InputValues);
        WriteMore(writer, state);
        if (state.Root is not null)
        {
            writer.WritePropertyName("root"u8);
            WriteFrame(writer, state.Root);
        }

        writer.WriteEndObject();
    }

    static void WriteMore(Utf8JsonWriter writer, WorkflowState state)
    {
        if (state.OutputValues.Count > 0)
        {
            writer.WriteStartObject("outputs"u8);
            foreach (KeyValuePair<string, Value> output in state.OutputValues)
            {
                writer.WritePropertyName(output.Key);
                StoredValues.Write(writer, output.Value);
            }

            writer.WriteEndObject();
        }

        if (state.OpenIncidents.Count > 0)
        {
            writer.WriteStartArray("incidents"u8);
            foreach (Incident incident in state.OpenIncidents)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id"u8, incident.Id);
                writer.WriteString("activity"u8, incident.ActivityId);
                writer.WriteString("message"u8, incident.Message);
                writer.WriteString("at"u8, incident.At);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (state.ActivityOutputs.Count > 0)
        {
            writer.WriteStartObject("activityOutputs"u8);
            foreach ((int activity, Value[] outputs) in state.ActivityOutputs)
                WriteValues(writer, System.Text.Encoding.UTF8.GetBytes(state.Definition.Activities[activity].Id), outputs);
            writer.WriteEndObject();
        }

        if (state.LastResult.Kind > ValueKind.Null)
        {
            writer.WritePropertyName("lastResult"u8);
            StoredValues.Write(writer, state.LastResult);
        }
    }

    public static string StatusText(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Suspended => "suspended",
        WorkflowStatus.Finished => "finished",
        WorkflowStatus.Faulted => "faulted",
        WorkflowStatus.Cancelled => "cancelled",
        _ => "running",
    };

    static void WriteValues(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Value[] values)
    {
        if (values.Length == 0) return;
        writer.WriteStartArray(name);
        foreach (Value value in values) StoredValues.Write(writer, value);
        writer.WriteEndArray();
    }

    static void WriteFrame(Utf8JsonWriter writer, Frame frame)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, frame.Node.Id);
        if (frame.Position != 0) writer.WriteNumber("position"u8, frame.Position);
        if (frame.IncidentId != 0) writer.WriteNumber("incident"u8, frame.IncidentId);
        if (frame.Variables is { } variables) WriteValues(writer, "variables"u8, variables);
        if (frame.PerItem is { } perItem) WriteValues(writer, "item"u8, perItem);
        if (frame.Items is { Length: > 0 } items) WriteValues(writer, "items"u8, items);
        if (frame.Flow is { } flow) WriteFlow(writer, flow);
        if (frame.Bookmark is { } bookmark) WriteBookmark(writer, bookmark, frame.Node);
        if (frame.Children.Count > 0)
        {
            writer.WriteStartArray("inside"u8);
            foreach (Frame child in frame.Children) WriteFrame(writer, child);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Pairs of place and count; the count of a connection is negative when its last visit was not followed.</summary>
    static void WriteFlow(Utf8JsonWriter writer, FlowScope flow)
    {
        writer.WriteStartArray("visited"u8);
        for (int i = 0; i < flow.Activities.Length; i++)
        {
            if (flow.Activities[i] == 0) continue;
            writer.WriteNumberValue(i);
            writer.WriteNumberValue(flow.Activities[i]);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("passed"u8);
        for (int i = 0; i < flow.Visits.Length; i++)
        {
            if (flow.Visits[i] == 0) continue;
            writer.WriteNumberValue(i);
            writer.WriteNumberValue(flow.Followed[i] ? flow.Visits[i] : -flow.Visits[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Inputs that are all constant stand in the definition.</summary>
    static void WriteBookmark(Utf8JsonWriter writer, Bookmark bookmark, ActivityNode node)
    {
        writer.WriteStartObject("bookmark"u8);
        writer.WriteNumber("id"u8, bookmark.Id);
        writer.WriteString("opened"u8, bookmark.OpenedAt);
        if (bookmark.Due is { } due) writer.WriteString("due"u8, due);
        if (bookmark.DueOutcome is { } dueOutcome) writer.WriteString("dueOutcome"u8, dueOutcome);
        if (bookmark.Reminders.Count > 0)
        {
            writer.WriteStartArray("reminders"u8);
            foreach (DateTimeOffset reminder in bookmark.Reminders) writer.WriteStringValue(reminder);
            writer.WriteEndArray();
        }

        if (bookmark.InputValues.Count > 0 && !ReferenceEquals(bookmark.InputValues, node.ConstantInputs))
        {
            writer.WritePropertyName("inputs"u8);
            StoredValues.Write(writer, Value.Of(bookmark.InputValues));
        }

        writer.WriteEndObject();
    }
}
