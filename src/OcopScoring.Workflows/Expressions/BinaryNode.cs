using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

enum BinaryOperator
{
    Add, Subtract, Multiply, Divide, Remainder, Power,
    Equal, NotEqual, StrictlyEqual, StrictlyNotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,
}

sealed class BinaryNode(BinaryOperator operation, ScriptNode left, ScriptNode right) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        Value a = left.Evaluate(ref run), b = right.Evaluate(ref run);
        return operation switch
        {
            BinaryOperator.Add => Add(ref run, a, b),
            BinaryOperator.Subtract => Value.Of(JavaScriptOperators.ToNumber(a) - JavaScriptOperators.ToNumber(b)),
            BinaryOperator.Multiply => Value.Of(JavaScriptOperators.ToNumber(a) * JavaScriptOperators.ToNumber(b)),
            BinaryOperator.Divide => Value.Of(JavaScriptOperators.ToNumber(a) / JavaScriptOperators.ToNumber(b)),
            BinaryOperator.Remainder => Value.Of(JavaScriptOperators.ToNumber(a) % JavaScriptOperators.ToNumber(b)),
            BinaryOperator.Power => Value.Of(JavaScriptOperators.Power(JavaScriptOperators.ToNumber(a), JavaScriptOperators.ToNumber(b))),
            BinaryOperator.Equal => Value.Of(JavaScriptOperators.LooselyEqual(a, b)),
            BinaryOperator.NotEqual => Value.Of(!JavaScriptOperators.LooselyEqual(a, b)),
            BinaryOperator.StrictlyEqual => Value.Of(Value.StrictlyEqual(a, b)),
            BinaryOperator.StrictlyNotEqual => Value.Of(!Value.StrictlyEqual(a, b)),
            BinaryOperator.Less => Value.Of(JavaScriptOperators.Compare(a, b, static (x, y) => x < y, static order => order < 0)),
            BinaryOperator.LessOrEqual => Value.Of(JavaScriptOperators.Compare(a, b, static (x, y) => x <= y, static order => order <= 0)),
            BinaryOperator.Greater => Value.Of(JavaScriptOperators.Compare(a, b, static (x, y) => x > y, static order => order > 0)),
            _ => Value.Of(JavaScriptOperators.Compare(a, b, static (x, y) => x >= y, static order => order >= 0)),
        };
    }

    static Value Add(ref ScriptRun run, in Value a, in Value b)
    {
        Value sum = JavaScriptOperators.Add(a, b);
        if (sum.Kind == ValueKind.String) run.Build(sum.Text.Length);
        return sum;
    }
}
