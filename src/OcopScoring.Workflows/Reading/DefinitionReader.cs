using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;

namespace OcopScoring.Workflows;

/// <summary>A definition, or everything that is wrong with it. One of the two is always empty.</summary>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<Fault> Faults);

/// <summary>Reads Elsa 3 workflow definitions strictly: whatever is not understood is a fault with its JSON path (elsa-format.md, part 2, difference 1).</summary>
public static class DefinitionReader
{
    static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <param name="utf8">The document, with or without a byte order mark.</param>
    public static DefinitionReading Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException error)
        {
            return new DefinitionReading(null, [new Fault(JsonPath.Document, $"The file is no JSON: {error.Message}")]);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new DefinitionReading(null, [new Fault(JsonPath.Document, "The document must be an object.")]);
            if (!System.Text.Unicode.Utf8.IsValid(utf8.Span))
                return new DefinitionReading(null, [new Fault(JsonPath.Document, "The file is no valid UTF-8.")]);
            if (BrokenText.Find(document.RootElement, JsonPath.Document) is { } path)
                return new DefinitionReading(null, [new Fault(path, "A text or name here is no valid Unicode.")]);
            return Read(document.RootElement);
        }
    }

    static DefinitionReading Read(JsonElement document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (document.TryGetProperty("root", out JsonElement root)) CollectIds(root, ids);
        var context = new ReadingContext(ids);
        Repetitions.Report(document, JsonPath.Document, context.Faults);
        var reader = new ObjectReader(document, JsonPath.Document, context.Faults);
        WorkflowHead head = WorkflowHead.Read(reader, context);
        if (ReadRoot(reader, context))
        {
            context.RunLater();
            foreach (ActivityNode node in context.Activities) node.Behaviour.Check(node, new Activities.CheckReport(context.Faults));
        }

        reader.Finish();
        if (context.Faults.Faults.Count > 0) return new DefinitionReading(null, context.Faults.Faults);
        context.Activities.ForEach(node => node.Settle());
        return new DefinitionReading(head.ToDefinition(context), []);
    }

    static bool ReadRoot(ObjectReader reader, ReadingContext context)
    {
        if (!reader.TryTake("root", out JsonElement root))
        {
            reader.Fault("root", "the root activity is missing");
            return false;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            reader.Fault("root", "the root must be an activity");
            return false;
        }

        if (!root.EnumerateObject().Any())
        {
            reader.Fault("root", "the root is empty");
            return false;
        }

        ActivityNode? node = new ActivityReader(context).Read(root, reader.At("root"), null);
        if (node is null) return true;
        if (!node.Behaviour.IsContainer) context.Faults.Add("root.type", $"'{node.Id}'", $"the root must be a container such as Elsa.Flowchart, not {node.Type}");
        else if (node.Behaviour.Name is "Elsa.Flowchart" or "Elsa.Sequence" && node.ChildList.Count == 0 && context.Faults.Faults.Count == 0)
            context.Faults.Add("root.activities", $"'{node.Id}'", "the root holds no activity");
        return true;
    }

    static void CollectIds(JsonElement element, HashSet<string> ids)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray()) CollectIds(item, ids);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                if (member.NameEquals("id") && member.Value.ValueKind == JsonValueKind.String) ids.Add(member.Value.GetString()!);
                else CollectIds(member.Value, ids);
            }
        }
    }
}
