using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>Reads what <see cref="StateWriter"/> wrote; the members of an object may come in any order.</summary>
static class StateReader
{
    static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    public static WorkflowState Read(ReadOnlyMemory<byte> utf8, WorkflowDefinition definition)
    {
        var reader = new Utf8JsonReader(utf8.Span, Options);
        try
        {
            reader.Read();
            WorkflowState state = ReadState(ref reader, definition);
            return reader.Read() ? throw new JsonException("Something follows the state.") : state;
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new JsonException("The text is no state of this definition.", error);
        }
    }

    static WorkflowState ReadState(ref Utf8JsonReader reader, WorkflowDefinition definition)
    {
        var state = new WorkflowState(definition);
        bool hasLayout = false;
        Begin(ref reader);
        while (Member(ref reader))
        {
            if (Is(ref reader, "layout"u8)) hasLayout = reader.GetInt32() == StateWriter.Layout ? true : throw new JsonException("The state has an unknown layout.");
            else if (Is(ref reader, "status"u8)) state.Status = ReadStatus(ref reader);
            else if (Is(ref reader, "variables"u8)) state.VariableValues = Exactly(StoredValues.ReadAll(ref reader), definition.Variables.Count);
            else if (Is(ref reader, "inputs"u8)) state.InputValues = Exactly(StoredValues.ReadAll(ref reader), definition.Inputs.Count);
            else if (Is(ref reader, "root"u8)) state.Root = ReadFrame(ref reader, definition, null);
            else if (Is(ref reader, "lastBookmark"u8)) state.LastBookmarkId = reader.GetInt32();
            else if (Is(ref reader, "lastIncident"u8)) state.LastIncidentId = reader.GetInt32();
            else if (Is(ref reader, "name"u8)) state.InstanceName = reader.GetString();
            else if (Is(ref reader, "correlation"u8)) state.CorrelationId = reader.GetString();
            else if (Is(ref reader, "lastResult"u8)) state.LastResult = StoredValues.Read(ref reader);
            else if (Is(ref reader, "outputs"u8)) ReadOutputs(ref reader, state);
            else if (Is(ref reader, "activityOutputs"u8)) ReadActivityOutputs(ref reader, state);
            else if (Is(ref reader, "incidents"u8)) ReadIncidents(ref reader, state);
            else throw Unknown(ref reader);
        }

        return hasLayout ? state : throw new JsonException("The state has no layout.");
    }

    static void Begin(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object is expected.");
    }

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
    static bool Member(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>When the member has this name, moves to its value.</summary>
    static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    static JsonException Unknown(ref Utf8JsonReader reader) => new($"The state has an unknown member '{reader.GetString()}'.");

    static Value[] Exactly(Value[] values, int count) =>
        values.Length == count ? values : throw new JsonException("The state belongs to another version of the definition.");

    static ActivityNode Node(WorkflowDefinition definition, string? id) =>
        definition.Find(id ?? "") ?? throw new JsonException($"The state names the unknown activity '{id}'.");

    static WorkflowStatus ReadStatus(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("suspended"u8)) return WorkflowStatus.Suspended;
        if (reader.ValueTextEquals("finished"u8)) return WorkflowStatus.Finished;
        if (reader.ValueTextEquals("faulted"u8)) return WorkflowStatus.Faulted;
        if (reader.ValueTextEquals("cancelled"u8)) return WorkflowStatus.Cancelled;
        throw new JsonException($"The state has the unknown status '{reader.GetString()}'.");
    }

    static void ReadOutputs(ref Utf8JsonReader reader, WorkflowState state)
    {
        Begin(ref reader);
        while (Member(ref reader))
        {
            string name = reader.GetString()!;
            reader.Read();
            state.OutputValues.Add(KeyValuePair.Create(name, StoredValues.Read(ref reader)));
        }
    }

    static void ReadActivityOutputs(ref Utf8JsonReader reader, WorkflowState state)
    {
        Begin(ref reader);
        while (Member(ref reader))
        {
            ActivityNode node = Node(state.Definition, reader.GetString());
            reader.Read();
            state.ActivityOutputs[node.Index] = Exactly(StoredValues.ReadAll(ref reader), node.Outputs.Length);
        }
    }

    static void ReadIncidents(ref Utf8JsonReader reader, WorkflowState state)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var incident = new Incident(0, "", "", default);
            Begin(ref reader);
            while (Member(ref reader))
            {
                if (Is(ref reader, "id"u8)) incident = incident with { Id = reader.GetInt32() };
                else if (Is(ref reader, "activity"u8)) incident = incident with { ActivityId = Node(state.Definition, reader.GetString()).Id };
                else if (Is(ref reader, "message"u8)) incident = incident with { Message = reader.GetString()! };
                else if (Is(ref reader, "at"u8)) incident = incident with { At = reader.GetDateTimeOffset() };
                else throw Unknown(ref reader);
            }

            state.OpenIncidents.Add(incident);
        }
    }

    static Frame ReadFrame(ref Utf8JsonReader reader, WorkflowDefinition definition, Frame? parent)
    {
        Begin(ref reader);
        ActivityNode node = Node(definition, FindAt(reader));
        var frame = new Frame(node, parent);
        while (Member(ref reader))
        {
            if (Is(ref reader, "at"u8)) continue;
            if (Is(ref reader, "visited"u8)) ReadVisits(ref reader, FlowOf(frame));
            else if (Is(ref reader, "passed"u8)) ReadPassed(ref reader, FlowOf(frame));
            else if (Is(ref reader, "inside"u8))
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) frame.Children.Add(ReadFrame(ref reader, definition, frame));
            else if (Is(ref reader, "bookmark"u8)) frame.Bookmark = ReadBookmark(ref reader, node);
            else if (Is(ref reader, "position"u8)) frame.Position = reader.GetInt32();
            else if (Is(ref reader, "incident"u8)) frame.IncidentId = reader.GetInt32();
            else if (Is(ref reader, "variables"u8)) frame.Variables = Exactly(StoredValues.ReadAll(ref reader), node.Variables.Count);
            else if (Is(ref reader, "item"u8)) frame.PerItem = Exactly(StoredValues.ReadAll(ref reader), 2);
            else if (Is(ref reader, "items"u8)) frame.Items = StoredValues.ReadAll(ref reader);
            else throw Unknown(ref reader);
        }

        return frame;
    }

    /// <summary>The id of a frame's activity, which is written first but may stand anywhere; the reader is a copy.</summary>
    static string? FindAt(Utf8JsonReader reader)
    {
        while (Member(ref reader))
        {
            if (Is(ref reader, "at"u8)) return reader.GetString();
            reader.Skip();
        }

        return null;
    }

    static FlowScope FlowOf(Frame frame)
    {
        FlowGraph graph = frame.Node.Graph ?? throw new JsonException($"The activity '{frame.Node.Id}' is no flowchart.");
        return frame.Flow ??= new FlowScope(graph.Activities.Count, graph.Connections.Count);
    }

    static void ReadVisits(ref Utf8JsonReader reader, FlowScope flow)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int place = reader.GetInt32();
            reader.Read();
            flow.Activities[place] = reader.GetInt32();
        }
    }

    static void ReadPassed(ref Utf8JsonReader reader, FlowScope flow)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int index = reader.GetInt32();
            reader.Read();
            int count = reader.GetInt32();
            flow.Visits[index] = Math.Abs(count);
            flow.Followed[index] = count > 0;
        }
    }

    static Bookmark ReadBookmark(ref Utf8JsonReader reader, ActivityNode node)
    {
        int id = 0;
        DateTimeOffset opened = default;
        DateTimeOffset? due = null;
        string? dueOutcome = null;
        List<DateTimeOffset> reminders = [];
        Record? inputs = node.ConstantInputs;
        Begin(ref reader);
        while (Member(ref reader))
        {
            if (Is(ref reader, "id"u8)) id = reader.GetInt32();
            else if (Is(ref reader, "opened"u8)) opened = reader.GetDateTimeOffset();
            else if (Is(ref reader, "due"u8)) due = reader.GetDateTimeOffset();
            else if (Is(ref reader, "dueOutcome"u8)) dueOutcome = reader.GetString();
            else if (Is(ref reader, "reminders"u8))
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) reminders.Add(reader.GetDateTimeOffset());
            else if (Is(ref reader, "inputs"u8)) inputs = StoredValues.Read(ref reader) is { Kind: ValueKind.Record } given ? given.Record : throw new JsonException("The inputs of a bookmark must be an object.");
            else throw Unknown(ref reader);
        }

        return new Bookmark
        {
            Id = id,
            ActivityId = node.Id,
            ActivityType = node.Type,
            Name = node.Behaviour.ShortName,
            OpenedAt = opened,
            Outcomes = node.Resumable,
            Due = due,
            DueOutcome = dueOutcome,
            Reminders = reminders,
            InputValues = inputs ?? Record.Empty,
        };
    }
}
