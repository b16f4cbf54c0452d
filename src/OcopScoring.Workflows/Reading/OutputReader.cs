using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Expressions;

namespace OcopScoring.Workflows.Reading;

/// <summary>Reads where outputs go, and references to variables.</summary>
static class OutputReader
{
    public static OutputTarget? Read(ReadingContext context, NamesInScope names, string subject, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            context.Faults.Add(path, subject, "an output must be an object with 'typeName' and 'memoryReference'");
            return null;
        }

        var reader = new ObjectReader(value, path, context.Faults, subject);
        reader.Text("typeName");
        if (reader.TryTake("converter", out _)) reader.Fault("converter", "output converters are not supported");
        JsonElement? memory = reader.Object("memoryReference");
        if (memory is null) reader.Fault("memoryReference", "'memoryReference' with the id of a variable is missing");
        reader.Finish();
        if (memory is not { } reference) return null;
        var inner = new ObjectReader(reference, reader.At("memoryReference"), context.Faults, subject);
        string? id = inner.Text("id", isRequired: true);
        inner.Finish();
        if (id is null) return null;
        if (names.TryVariableId(id, out VariableReference variable)) return new OutputTarget(variable, null);
        if (names.HasWorkflowOutput(id)) return new OutputTarget(null, id);
        inner.Fault("id", $"the variable id '{id}' is unknown");
        return null;
    }

    /// <summary>The id in a reference to a variable (<c>{id, name, typeName}</c>); only the id counts.</summary>
    public static string? VariableId(ReadingContext context, string subject, JsonElement? value, string path)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element)
        {
            context.Faults.Add(path, subject, "a variable must be given as an object with its id");
            return null;
        }

        var reader = new ObjectReader(element, path, context.Faults, subject);
        string? id = reader.Text("id", isRequired: true);
        foreach (string text in (ReadOnlySpan<string>)["name", "typeName", "value", "storageDriverTypeName"]) reader.Text(text);
        reader.Flag("isArray");
        reader.Finish();
        return id;
    }
}
