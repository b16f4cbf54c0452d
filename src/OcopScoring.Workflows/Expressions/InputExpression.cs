using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary>The expression behind an input, converted to the type that the activity wants.</summary>
sealed class InputExpression
{
    readonly ScriptNode? script;
    readonly InputType type;

    InputExpression(ScriptNode? script, Value? constant, InputType type)
    {
        this.script = script;
        Constant = constant;
        this.type = type;
    }

    /// <summary>The converted value when it is the same on every run.</summary>
    public Value? Constant { get; }

    /// <exception cref="ScriptFailure">The value has no counterpart in the type.</exception>
    public static InputExpression Of(in Value constant, InputType type) => new(null, Conversion.To(type, constant), type);

    public static InputExpression Of(ScriptNode script, InputType type) => new(script, null, type);

    /// <exception cref="ScriptFailure">The script failed, used up its budget, or gave a value that cannot be converted.</exception>
    public Value Evaluate(IScriptSource source)
    {
        if (Constant is { } constant) return constant;
        var run = new ScriptRun(source);
        Value result = script!.Evaluate(ref run);

        // What is only read and not built may be longer: the result of a council, for example.
        if (script is not (VariableNode or InputNode or OutputNode or LastResultNode or MemberNode) && result.Size(Limits.ResultCharacters + 2) > Limits.ResultCharacters + 2)
            throw new ScriptFailure(Limits.TooLong);
        return Conversion.To(type, result);
    }
}
