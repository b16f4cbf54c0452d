using System.Text.Json;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Expressions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Reading;

/// <summary>Reads inputs and the expressions in them (elsa-format.md, "Expression syntaxes").</summary>
sealed class ExpressionReader(ReadingContext context, NamesInScope names, string subject)
{
    void Fault(string path, string message) => context.Faults.Add(path, subject, message);

    public InputExpression? Input(JsonElement value, string path, InputSpecification input)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            return Constant(JsonValues.From(value), path, input);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Fault(path, $"'{input.Name}' must be an input with 'typeName' and 'expression', or a plain value");
            return null;
        }

        var reader = new ObjectReader(value, path, context.Faults, subject);
        reader.Text("typeName", isRequired: true);
        bool isGiven = reader.TryTake("expression", out JsonElement expression);
        reader.Finish();
        if (isGiven) return Expression(expression, reader.At("expression"), input);
        Fault(reader.At("expression"), $"the expression of '{input.Name}' is missing");
        return null;
    }

    public InputExpression? Expression(JsonElement element, string path, InputSpecification input)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault(path, "an expression must be an object with 'type' and 'value'");
            return null;
        }

        var reader = new ObjectReader(element, path, context.Faults, subject);
        string? type = reader.Text("type", isRequired: true);
        bool isGiven = reader.TryTake("value", out JsonElement value);
        reader.Finish();
        string at = reader.At("value");
        switch (type)
        {
            case null: return null;
            case "Literal": return Literal(isGiven ? value : null, at, input);
            case "Object" or "Json": return ObjectText(isGiven ? value : null, at, input);
            case "Variable": return Variable(isGiven ? value : null, at, input);
            case "Input": return WorkflowInput(isGiven ? value : null, at, input);
            case "JavaScript": return JavaScript(isGiven ? value : null, at, input);
            default:
                Fault(reader.At("type"), $"the expression type '{type}' is not supported; use Literal, Object, Variable, Input or JavaScript");
                return null;
        }
    }

    InputExpression? Constant(in Value value, string path, InputSpecification input)
    {
        try
        {
            return InputExpression.Of(value, input.Type);
        }
        catch (ScriptFailure failure)
        {
            Fault(path, $"the value of '{input.Name}' does not fit: {failure.Message}");
            return null;
        }
    }

    InputExpression? Literal(JsonElement? value, string path, InputSpecification input)
    {
        if (value is not { } given) return Required(input, path) ? null : Constant(Value.Null, path, input);
        if (given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return Constant(JsonValues.From(given), path, input);
        Fault(path, "a literal must be a text, a number, true or false");
        return null;
    }

    bool Required(InputSpecification input, string path)
    {
        if (input.IsRequired) Fault(path, $"'{input.Name}' is missing");
        return input.IsRequired;
    }

    InputExpression? ObjectText(JsonElement? value, string path, InputSpecification input)
    {
        if (value is { ValueKind: not JsonValueKind.String })
        {
            Fault(path, "an object expression must be a text that holds JSON");
            return null;
        }

        string? text = value?.GetString();
        if (string.IsNullOrWhiteSpace(text)) return Required(input, path) ? null : Constant(Value.Null, path, input);
        try
        {
            using var document = JsonDocument.Parse(text);
            if (BrokenText.Find(document.RootElement, path) is not null) throw new JsonException();
            if (input.Type == InputType.Texts && document.RootElement.ValueKind == JsonValueKind.Array
                && document.RootElement.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            {
                Fault(path, $"'{input.Name}' must be a list of texts");
                return null;
            }

            int before = context.Faults.Faults.Count;
            Repetitions.Report(document.RootElement, path, context.Faults);
            return context.Faults.Faults.Count > before ? null : Constant(JsonValues.From(document.RootElement), path, input);
        }
        catch (JsonException)
        {
            Fault(path, $"the text of '{input.Name}' is no JSON");
            return null;
        }
    }

    InputExpression? Variable(JsonElement? value, string path, InputSpecification input)
    {
        if (OutputReader.VariableId(context, subject, value, path) is not { } id) return null;
        if (!names.TryVariableId(id, out VariableReference reference))
        {
            Fault(JsonPath.Member(path, "id"), $"the variable id '{id}' is unknown");
            return null;
        }

        return Moving(new VariableNode(reference), path, input);
    }

    InputExpression? WorkflowInput(JsonElement? value, string path, InputSpecification input)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element)
        {
            Fault(path, "an input expression must hold an input definition with a name");
            return null;
        }

        var reader = new ObjectReader(element, path, context.Faults, subject);
        string? name = reader.Text("name", isRequired: true);
        foreach (string text in (ReadOnlySpan<string>)["type", "displayName", "description", "category", "uiHint", "storageDriverType"]) reader.Text(text);
        reader.Flag("isArray");
        reader.Finish();
        if (name is null) return null;
        if (names.HasInput(name)) return Moving(new InputNode(name), path, input);
        reader.Fault("name", $"the input '{name}' is not declared");
        return null;
    }

    InputExpression? JavaScript(JsonElement? value, string path, InputSpecification input)
    {
        if (value is not { ValueKind: JsonValueKind.String } text)
        {
            Fault(path, "a script must be a text");
            return null;
        }

        ScriptNode? script = new ScriptCompiler(names).Compile(text.GetString()!, out string? fault);
        if (script is not null) return Moving(script, path, input);
        Fault(path, fault!);
        return null;
    }

    InputExpression? Moving(ScriptNode script, string path, InputSpecification input)
    {
        if (!input.IsFixed) return InputExpression.Of(script, input.Type);
        if (script is ConstantNode constant) return Constant(constant.Value, path, input);
        Fault(path, $"'{input.Name}' must be a constant (Literal or Object), because the outcomes depend on it");
        return null;
    }
}
