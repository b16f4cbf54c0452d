using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Where activity types report what is wrong with their constant inputs.</summary>
sealed class CheckReport(Reading.FaultList faults)
{
    public void Add(ActivityNode node, int input, string message) =>
        faults.Add(Reading.JsonPath.Member(node.Path, node.Behaviour.Inputs[input].Name), $"'{node.Id}'", message);

    /// <summary>A constant must be one of these names; null stands for the default.</summary>
    public void OneOf(ActivityNode node, int input, params string[] names)
    {
        if (node.Inputs[input]?.Constant is not { Kind: ValueKind.String } value || names.Contains(value.Text, StringComparer.Ordinal)) return;
        Add(node, input, $"'{node.Behaviour.Inputs[input].Name}' must be one of {string.Join(", ", names)}, not '{value.Text}'");
    }

    /// <summary>The names of a list must be given and differ.</summary>
    public void DistinctNames(ActivityNode node, int input)
    {
        if (node.Inputs[input]?.Constant is not { Kind: ValueKind.Array } list) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Value name in list.Items)
        {
            if (name.Text.Length == 0) Add(node, input, "an outcome has no name");
            else if (!seen.Add(name.Text)) Add(node, input, $"the outcome '{name.Text}' is given twice");
        }
    }
}
