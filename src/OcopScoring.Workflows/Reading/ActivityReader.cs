using System.Text.Json;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Reading;

/// <summary>Reads one activity with what is inside it.</summary>
sealed class ActivityReader(ReadingContext context)
{
    /// <returns>Null when the activity cannot be known; the faults say why.</returns>
    public ActivityNode? Read(JsonElement element, string path, ActivityNode? parent)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            context.Faults.Add(path, null, "an activity must be an object");
            return null;
        }

        var reader = new ObjectReader(element, path, context.Faults);
        string? id = reader.Text("id");
        if (string.IsNullOrWhiteSpace(id)) id = null;
        if (id is not null) reader.Subject = $"'{id}'";
        string? typeName = reader.Text("type", isRequired: true);
        ActivityType? type = typeName is null ? null : ActivityCatalogue.Find(typeName);
        if (type is null)
        {
            if (typeName is not null) reader.Fault("type", $"the activity type '{typeName}' is unknown");
            if (id is not null) context.BrokenIds.Add(id);
            return null;
        }

        id ??= context.MakeId(type);
        reader.Subject = $"'{id}'";
        var node = new ActivityNode(context.Activities.Count, id, type, path, parent);
        if (context.ById.TryAdd(id, node)) context.Activities.Add(node);
        else reader.Fault("id", $"the id '{id}' is given twice");
        parent?.ChildList.Add(node);
        ReadCommon(reader, node);
        type.ReadParts(new PartReader(this, context, reader, node));
        ReadValues(reader, node);
        reader.Finish();
        return node;
    }

    void ReadCommon(ObjectReader reader, ActivityNode node)
    {
        node.Name = reader.Text("name");
        reader.Text("nodeId");
        reader.Whole("version");
        JsonElement? metadata = reader.Object("metadata");
        Designer.Read(node, metadata);
        if (reader.Object("customProperties") is not { } properties) return;
        node.CanStart = properties.TryGetProperty("canStartWorkflow", out JsonElement start) && start.ValueKind == JsonValueKind.True;
        if (!properties.TryGetProperty("endsHere", out JsonElement ends) || ends.ValueKind == JsonValueKind.Null) return;
        string path = JsonPath.Member(reader.At("customProperties"), "endsHere");
        if (ends.ValueKind != JsonValueKind.Array || ends.EnumerateArray().Any(outcome => outcome.ValueKind != JsonValueKind.String))
        {
            context.Faults.Add(path, reader.Subject, "'endsHere' must be a list of outcomes");
            return;
        }

        node.EndsHere = [.. ends.EnumerateArray().Select(outcome => outcome.GetString()!)];
        context.Later(() => context.Later(() =>
        {
            foreach (string outcome in node.EndsHere)
                if (!node.Outcomes.Contains(outcome, StringComparer.Ordinal))
                    context.Faults.Add(path, $"'{node.Id}'", $"'endsHere' names the unknown outcome '{outcome}'");
        }));
    }

    void ReadValues(ObjectReader reader, ActivityNode node)
    {
        ActivityType type = node.Behaviour;
        var names = new NamesInScope(context, node);
        for (int i = 0; i < type.Inputs.Count; i++)
        {
            InputSpecification input = type.Inputs[i];
            if (!reader.TryTake(input.Name, out JsonElement value, ignoreCase: true))
            {
                if (input.IsRequired) reader.Fault(input.Name, $"'{input.Name}' is missing");
                continue;
            }

            int place = i;
            context.Later(() => node.Inputs[place] = new ExpressionReader(context, names, $"'{node.Id}'").Input(value, reader.At(input.Name), input));
        }

        for (int i = 0; i < type.Outputs.Count; i++)
        {
            if (!reader.TryTake(type.Outputs[i], out JsonElement value, ignoreCase: true)) continue;
            int place = i;
            string path = reader.At(type.Outputs[i]);
            context.Later(() => node.Outputs[place] = OutputReader.Read(context, names, $"'{node.Id}'", value, path));
        }

        // Runs after the inputs of this activity, and before any connection, which is put off once more.
        context.Later(() => node.Outcomes = type.OutcomesOf(node));
    }
}
