using OcopScoring.Workflows.Expressions;

namespace OcopScoring.Workflows.Definitions;

/// <summary>Where an output goes: a variable, or an output of the workflow.</summary>
sealed record OutputTarget(VariableReference? Variable, string? WorkflowOutput);
