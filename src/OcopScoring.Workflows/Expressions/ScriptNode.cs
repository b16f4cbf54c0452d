using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary>A node of a checked script. It holds no reference to the parser's tree and can run any number of times.</summary>
abstract class ScriptNode
{
    public Value Evaluate(ref ScriptRun run)
    {
        run.Step();
        return Run(ref run);
    }

    protected abstract Value Run(ref ScriptRun run);
}

sealed class ConstantNode(Value value) : ScriptNode
{
    public Value Value { get; } = value;
    protected override Value Run(ref ScriptRun run) => Value;
}

sealed class ArrayNode(ScriptNode[] items) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        var values = new Value[items.Length];
        for (int i = 0; i < items.Length; i++) values[i] = items[i].Evaluate(ref run);
        return Value.Of(values);
    }
}

sealed class TemplateNode(string[] texts, ScriptNode[] parts) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        var built = new System.Text.StringBuilder(texts[0]);
        for (int i = 0; i < parts.Length; i++)
        {
            built.Append(JavaScriptOperators.ToText(parts[i].Evaluate(ref run))).Append(texts[i + 1]);
            if (built.Length > Limits.ResultCharacters) throw new ScriptFailure(Limits.TooLong);
        }

        run.Build(built.Length);
        return Value.Of(built.ToString());
    }
}

sealed class ConditionalNode(ScriptNode test, ScriptNode then, ScriptNode otherwise) : ScriptNode
{
    protected override Value Run(ref ScriptRun run) =>
        JavaScriptOperators.ToBoolean(test.Evaluate(ref run)) ? then.Evaluate(ref run) : otherwise.Evaluate(ref run);
}

enum UnaryOperator { Not, Plus, Minus }

sealed class UnaryNode(UnaryOperator operation, ScriptNode operand) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        Value value = operand.Evaluate(ref run);
        return operation switch
        {
            UnaryOperator.Not => Value.Of(!JavaScriptOperators.ToBoolean(value)),
            UnaryOperator.Plus => Value.Of(JavaScriptOperators.ToNumber(value)),
            _ => Value.Of(-JavaScriptOperators.ToNumber(value)),
        };
    }
}

enum LogicalOperator { And, Or, Coalesce }

sealed class LogicalNode(LogicalOperator operation, ScriptNode left, ScriptNode right) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        Value first = left.Evaluate(ref run);
        bool takesFirst = operation switch
        {
            LogicalOperator.And => !JavaScriptOperators.ToBoolean(first),
            LogicalOperator.Or => JavaScriptOperators.ToBoolean(first),
            _ => !first.IsNullish,
        };
        return takesFirst ? first : right.Evaluate(ref run);
    }
}
