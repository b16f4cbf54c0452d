using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

enum MathFunction { Min, Max, Floor, Ceil, Round, Abs }

/// <summary>The functions of <c>Math</c> that the subset has.</summary>
sealed class MathNode(MathFunction function, ScriptNode[] arguments) : ScriptNode
{
    protected override Value Run(ref ScriptRun run)
    {
        Span<double> numbers = arguments.Length <= 16 ? stackalloc double[arguments.Length] : new double[arguments.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = JavaScriptOperators.ToNumber(arguments[i].Evaluate(ref run));
        if (function is MathFunction.Min or MathFunction.Max) return Value.Of(Extreme(numbers));
        double x = numbers.Length == 0 ? double.NaN : numbers[0];
        return Value.Of(function switch
        {
            MathFunction.Floor => Math.Floor(x),
            MathFunction.Ceil => Math.Ceiling(x),
            MathFunction.Abs => Math.Abs(x),
            _ => Round(x),
        });
    }

    double Extreme(ReadOnlySpan<double> numbers)
    {
        double result = function == MathFunction.Min ? double.PositiveInfinity : double.NegativeInfinity;
        foreach (double number in numbers) result = function == MathFunction.Min ? Math.Min(result, number) : Math.Max(result, number);
        return result;
    }

    /// <summary>Halves go towards positive infinity, unlike in .NET.</summary>
    static double Round(double x)
    {
        if (!double.IsFinite(x) || Math.Abs(x) >= 4503599627370496) return x;
        double below = Math.Floor(x);
        double rounded = x - below >= 0.5 ? below + 1 : below;
        return rounded == 0 && x < 0 ? -0.0 : rounded;
    }
}
