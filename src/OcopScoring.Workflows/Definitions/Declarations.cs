using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Definitions;

/// <summary>A variable of the definition or of a container.</summary>
sealed record VariableDeclaration(string Id, string Name, DeclaredType Type, Value Initial);

/// <summary>An input or output of the whole workflow.</summary>
sealed record ArgumentDeclaration(string Name, DeclaredType Type);
