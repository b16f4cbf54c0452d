using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Expressions;

namespace OcopScoring.Workflows.Reading;

/// <summary>The variables that an activity sees, nearest first, and all inputs and outputs of the definition.</summary>
sealed class NamesInScope(ReadingContext context, ActivityNode node) : INames
{
    static readonly string[] PerItem = ["CurrentValue", "CurrentIndex"];

    public bool TryVariable(string name, out VariableReference reference) =>
        Find((_, candidate) => string.Equals(candidate, name, StringComparison.Ordinal), out reference);

    public bool TryVariableId(string id, out VariableReference reference) =>
        Find((candidate, name) => string.Equals(candidate ?? name, id, StringComparison.Ordinal), out reference);

    public bool TryGetter(string function, out VariableReference reference) =>
        Find((_, name) => name.All(char.IsLetterOrDigit) && function.Length == name.Length + 3
            && function.AsSpan(3).Equals(Capitalised(name), StringComparison.Ordinal), out reference);

    static string Capitalised(string name) => char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    /// <summary>Asks for the id (null for those that loops make) and the name of each variable in scope.</summary>
    bool Find(Func<string?, string, bool> matches, out VariableReference reference)
    {
        ActivityNode inner = node;
        for (ActivityNode? around = node; around is not null; inner = around, around = around.Parent)
        {
            for (int i = 0; i < around.Variables.Count; i++)
                if (matches(around.Variables[i].Id, around.Variables[i].Name)) return Found(new VariableReference(around.Index, i), out reference);
            if (around == inner || around.Behaviour.Name is not ("Elsa.ForEach" or "Elsa.ParallelForEach")) continue;
            for (int i = 0; i < PerItem.Length; i++)
                if (matches(null, PerItem[i])) return Found(new VariableReference(around.Index, i, PerItem: true), out reference);
        }

        for (int i = 0; i < context.Variables.Count; i++)
            if (matches(context.Variables[i].Id, context.Variables[i].Name)) return Found(new VariableReference(-1, i), out reference);
        reference = default;
        return false;
    }

    static bool Found(VariableReference found, out VariableReference reference)
    {
        reference = found;
        return true;
    }

    public bool HasInput(string name) => context.Inputs.Exists(input => string.Equals(input.Name, name, StringComparison.Ordinal));

    public bool HasWorkflowOutput(string name) => context.Outputs.Exists(output => string.Equals(output.Name, name, StringComparison.Ordinal));

    public string? FindOutput(string activity, string output, out int activityIndex, out int outputIndex)
    {
        activityIndex = outputIndex = -1;
        ActivityNode? found = context.ById.GetValueOrDefault(activity) ?? context.Activities.Find(each => string.Equals(each.Name, activity, StringComparison.Ordinal));
        if (found is null) return $"the activity '{activity}' is unknown";
        for (int i = 0; i < found.Behaviour.Outputs.Count; i++)
        {
            if (!string.Equals(found.Behaviour.Outputs[i], output, StringComparison.OrdinalIgnoreCase)) continue;
            found.OutputsAreRead = true;
            (activityIndex, outputIndex) = (found.Index, i);
            return null;
        }

        return $"the activity '{activity}' has no output '{output}'";
    }

    public void UsesLastResult() => context.LastResultIsRead = true;
}
