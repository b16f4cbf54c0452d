using System.Text.Json;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Reading;

/// <summary>Variables, inputs and outputs.</summary>
static class DeclarationReader
{
    public static void Variables(ObjectReader owner, ReadingContext context, List<VariableDeclaration> into)
    {
        foreach ((JsonElement element, string path) in owner.List("variables", "variables"))
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                context.Faults.Add(path, owner.Subject, "a variable must be an object");
                continue;
            }

            var reader = new ObjectReader(element, path, context.Faults, owner.Subject);
            string? name = reader.Text("name", isRequired: true);
            string? id = reader.Text("id");
            DeclaredType type = ReadType(reader, "typeName", $"the variable '{name}'");
            string? initial = reader.Text("value");
            reader.Text("storageDriverTypeName");
            reader.Finish();
            if (string.IsNullOrWhiteSpace(name))
            {
                if (name is not null) reader.Fault("name", "a variable has no name");
                continue;
            }

            if (string.IsNullOrWhiteSpace(id)) id = name;
            if (into.Exists(other => other.Id == id)) reader.Fault("id", $"the variable id '{id}' is given twice");
            if (into.Exists(other => other.Name == name)) reader.Fault("name", $"the variable name '{name}' is given twice");
            into.Add(new VariableDeclaration(id, name, type, ReadInitial(reader, type, name, initial)));
        }
    }

    static Value ReadInitial(ObjectReader reader, DeclaredType type, string name, string? text)
    {
        try
        {
            return type.Parse(text);
        }
        catch (ScriptFailure failure)
        {
            reader.Fault("value", $"the initial value of the variable '{name}' does not fit: {failure.Message}");
            return Value.Null;
        }
    }

    static DeclaredType ReadType(ObjectReader reader, string property, string whose)
    {
        string? name = reader.Text(property);
        bool isArray = reader.Flag("isArray");
        if (name is null) return DeclaredType.Find("Object", isArray)!;
        if (DeclaredType.Find(name, isArray) is { } type) return type;
        reader.Fault(property, $"{whose} has the unknown type '{name}'");
        return DeclaredType.Any;
    }

    public static void Arguments(ObjectReader owner, ReadingContext context, string property, List<ArgumentDeclaration> into)
    {
        foreach ((JsonElement element, string path) in owner.List(property, property))
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                context.Faults.Add(path, null, $"an element of '{property}' must be an object");
                continue;
            }

            var reader = new ObjectReader(element, path, context.Faults);
            string? name = reader.Text("name", isRequired: true);
            DeclaredType type = ReadType(reader, "type", $"'{name}'");
            foreach (string text in (ReadOnlySpan<string>)["displayName", "description", "category"]) reader.Text(text);
            if (property == "inputs")
                foreach (string text in (ReadOnlySpan<string>)["uiHint", "storageDriverType"]) reader.Text(text);
            reader.Finish();
            if (name is null) continue;
            if (string.IsNullOrWhiteSpace(name)) reader.Fault("name", "a name is empty");
            if (into.Exists(other => other.Name == name)) reader.Fault("name", $"the name '{name}' is given twice");
            into.Add(new ArgumentDeclaration(name, type));
        }
    }
}
