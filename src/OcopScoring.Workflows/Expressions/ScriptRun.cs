using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary>What a script can read while it runs.</summary>
interface IScriptSource
{
    Value Variable(VariableReference reference);
    Value Input(string name);
    Value OutputOf(int activity, int output);
    Value LastResult { get; }
    string? CorrelationId { get; }
    string InstanceId { get; }
}

/// <summary>One evaluation with its budget.</summary>
ref struct ScriptRun(IScriptSource source)
{
    int steps;
    int characters;

    public IScriptSource Source { get; } = source;

    public void Step()
    {
        if (++steps > Limits.Steps) throw new ScriptFailure(Limits.TooManySteps);
    }

    /// <summary>Counts text that an operator is about to build, so that growing it step by step cannot use much memory.</summary>
    public void Build(int length)
    {
        characters += length;
        if (length > Limits.ResultCharacters || characters > 10 * Limits.ResultCharacters) throw new ScriptFailure(Limits.TooLong);
    }
}
