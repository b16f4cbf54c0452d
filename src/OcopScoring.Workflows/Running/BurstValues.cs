using System.Text.Json.Nodes;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Expressions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>Inputs, outputs and variables: what activities read and write during a burst.</summary>
sealed partial class Burst : IScriptSource
{
    Frame? current;

    /// <summary>The time after a duration in milliseconds.</summary>
    /// <exception cref="ScriptFailure">The duration is not given, or leads out of the calendar.</exception>
    public DateTimeOffset After(in Value duration)
    {
        if (duration.Kind != ValueKind.Number) throw new ScriptFailure("the time span is empty");
        try
        {
            return Context.Now.AddMilliseconds(duration.Number);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ScriptFailure("the time span is too long");
        }
    }

    /// <summary>The converted value of an input; null when it is not given.</summary>
    /// <exception cref="ScriptFailure">It cannot be evaluated.</exception>
    public Value Input(Frame frame, int input)
    {
        if (Choices is not null) return Value.Null;
        current = frame;
        return frame.Node.Inputs[input] is { } expression ? expression.Evaluate(this) : Value.Null;
    }

    /// <summary>Whether the condition of a decision, an If or a While holds.</summary>
    public bool Holds(Frame frame, int input) =>
        Choices is { } choices ? choices.Pick(frame.Node, 2, static at => at == 0 ? "True" : "False") == 0 : Input(frame, input).Boolean;

    /// <summary>The items of a loop.</summary>
    public Value[] Items(Frame frame, int input)
    {
        if (Choices is { } choices) return new Value[choices.Pick(frame.Node, 3, static at => at == 1 ? "1 item" : $"{at} items")];
        Value items = Input(frame, input);
        return items.IsNullish ? [] : items.Items;
    }

    /// <summary>The cases of a switch that count: the first that holds, or all of them. Elsa evaluates every condition in both modes, so one that fails faults the switch.</summary>
    public List<SwitchCase> Matching(Frame frame, bool all)
    {
        IReadOnlyList<SwitchCase> cases = frame.Node.Cases;
        if (Choices is { } choices) return choices.Match(frame.Node, all);
        var matching = new List<SwitchCase>();
        foreach (SwitchCase each in cases)
            if (Holds(frame, each.Condition) && (all || matching.Count == 0)) matching.Add(each);
        return matching;
    }

    bool Holds(Frame frame, InputExpression? condition)
    {
        current = frame;
        return condition is not null && condition.Evaluate(this).Boolean;
    }

    /// <summary>All inputs that are given, evaluated, by name.</summary>
    public Record AllInputs(Frame frame)
    {
        if (frame.Node.ConstantInputs is { } constant) return constant;
        var members = new List<KeyValuePair<string, Value>>();
        IReadOnlyList<InputSpecification> inputs = frame.Node.Behaviour.Inputs;
        for (int i = 0; i < inputs.Count; i++)
            if (frame.Node.Inputs[i] is not null) members.Add(KeyValuePair.Create(inputs[i].Name, Input(frame, i)));
        return new Record([.. members]);
    }

    /// <exception cref="ScriptFailure">The value does not fit the type of the variable.</exception>
    public void SetOutput(Frame frame, int output, in Value value)
    {
        if (Choices is not null) return;
        ActivityNode node = frame.Node;
        Value stored = value.Stored();
        if (node.Outputs[output] is { } target)
        {
            if (target.Variable is { } variable) Assign(frame, variable, stored);
            if (target.WorkflowOutput is { } name) SetWorkflowOutput(name, stored);
        }

        if (node.OutputsAreRead)
        {
            if (!State.ActivityOutputs.TryGetValue(node.Index, out Value[]? outputs))
            {
                State.ActivityOutputs[node.Index] = outputs = new Value[node.Outputs.Length];
                Array.Fill(outputs, Value.Null);
            }

            outputs[output] = stored;
        }

        if (State.Definition.LastResultIsRead && node.Behaviour.Outputs[output] == "result") State.LastResult = stored;
    }

    public void SetWorkflowOutput(string name, in Value value)
    {
        Value stored = value.Stored();
        if (stored.IsDeeperThan(Limits.StoredDepth)) throw new ScriptFailure(Limits.StoredTooDeep);
        foreach (Definitions.ArgumentDeclaration declared in State.Definition.Outputs)
            if (string.Equals(declared.Name, name, StringComparison.Ordinal)) stored = declared.Type.Convert(stored);
        int at = State.OutputValues.FindIndex(output => string.Equals(output.Key, name, StringComparison.Ordinal));
        if (at < 0) State.OutputValues.Add(KeyValuePair.Create(name, stored));
        else State.OutputValues[at] = KeyValuePair.Create(name, stored);
    }

    /// <exception cref="ScriptFailure">The value does not fit the declared type.</exception>
    public void Assign(Frame frame, VariableReference variable, in Value value)
    {
        if (value.IsDeeperThan(Limits.StoredDepth)) throw new ScriptFailure(Limits.StoredTooDeep);
        if (variable.Owner < 0)
        {
            State.VariableValues[variable.Slot] = State.Definition.Variables[variable.Slot].Type.Convert(value);
            return;
        }

        for (Frame? around = frame; around is not null; around = around.Parent)
        {
            if (variable.PerItem && around.Parent?.Node.Index == variable.Owner && around.PerItem is { } perItem) perItem[variable.Slot] = value.Stored();
            else if (!variable.PerItem && around.Node.Index == variable.Owner) around.Variables![variable.Slot] = around.Node.Variables[variable.Slot].Type.Convert(value);
            else continue;
            return;
        }
    }

    Value IScriptSource.Variable(VariableReference reference)
    {
        if (reference.Owner < 0) return State.VariableValues[reference.Slot];
        for (Frame? around = current; around is not null; around = around.Parent)
        {
            if (reference.PerItem)
            {
                if (around.Parent?.Node.Index == reference.Owner && around.PerItem is { } perItem) return perItem[reference.Slot];
            }
            else if (around.Node.Index == reference.Owner)
            {
                return around.Variables![reference.Slot];
            }
        }

        return Value.Null;
    }

    Value IScriptSource.Input(string name) => State.InputValues[State.Definition.InputIndex(name)];

    Value IScriptSource.OutputOf(int activity, int output) =>
        State.ActivityOutputs.TryGetValue(activity, out Value[]? outputs) ? outputs[output] : Value.Null;

    Value IScriptSource.LastResult => State.LastResult;

    string? IScriptSource.CorrelationId => State.CorrelationId;

    string IScriptSource.InstanceId => Context.InstanceId;

    public static JsonObject Members(in Value value) => value.Kind == ValueKind.Record ? JsonValues.ToObject(value.Record) : [];
}
