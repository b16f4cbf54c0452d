using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows;

/// <summary>What a fault of an activity does to the instance (elsa-format.md, part 2, difference 4).</summary>
public enum IncidentStrategy
{
    /// <summary>The instance shows as faulted at once.</summary>
    Fault,

    /// <summary>The instance stays suspended while a bookmark is open.</summary>
    ContinueWithIncidents,
}

/// <summary>A definition that was read without faults. Immutable; one object can serve any number of instances and threads.</summary>
public sealed class WorkflowDefinition
{
    readonly Dictionary<string, ActivityNode> byId;

    internal WorkflowDefinition(IReadOnlyList<ActivityNode> activities)
    {
        Activities = activities;
        byId = activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
    }

    public string DefinitionId { get; internal init; } = "";
    public int Version { get; internal init; } = 1;
    public string? Name { get; internal init; }
    public string? Description { get; internal init; }
    public IncidentStrategy IncidentStrategy { get; internal init; }

    /// <summary>All activities, the root first, containers before what they contain.</summary>
    public IReadOnlyList<ActivityNode> Activities { get; }

    public ActivityNode Root => Activities[0];

    /// <summary>Names of the declared inputs, in the order of the document.</summary>
    public IReadOnlyList<string> InputNames => [.. Inputs.Select(input => input.Name)];

    /// <summary>Names of the definition's own variables, in the order of the document.</summary>
    public IReadOnlyList<string> VariableNames => [.. Variables.Select(variable => variable.Name)];

    public ActivityNode? Find(string id) => byId.GetValueOrDefault(id);

    internal IReadOnlyList<VariableDeclaration> Variables { get; init; } = [];
    internal IReadOnlyList<ArgumentDeclaration> Inputs { get; init; } = [];
    internal IReadOnlyList<ArgumentDeclaration> Outputs { get; init; } = [];

    /// <summary>Whether a script reads the last result, which is then kept.</summary>
    internal bool LastResultIsRead { get; init; }

    internal int InputIndex(string name)
    {
        for (int i = 0; i < Inputs.Count; i++)
            if (string.Equals(Inputs[i].Name, name, StringComparison.Ordinal)) return i;
        return -1;
    }

    internal Value[] InitialVariables() => [.. Variables.Select(variable => variable.Initial)];
}
