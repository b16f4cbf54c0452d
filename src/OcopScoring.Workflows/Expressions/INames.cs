namespace OcopScoring.Workflows.Expressions;

/// <summary>The names that a script at one place of the definition may use.</summary>
interface INames
{
    bool TryVariable(string name, out VariableReference reference);

    /// <summary>The variable whose getter has this name (<c>getStage</c> for <c>stage</c>).</summary>
    bool TryGetter(string function, out VariableReference reference);

    bool HasInput(string name);

    /// <summary>An activity by id or name and one of its outputs, without regard to the case of the latter.</summary>
    /// <returns>Null when found, else what is unknown.</returns>
    string? FindOutput(string activity, string output, out int activityIndex, out int outputIndex);

    /// <summary>Called when the script reads the last result, which must then be kept across suspensions.</summary>
    void UsesLastResult();
}
