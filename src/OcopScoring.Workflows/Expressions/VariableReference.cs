namespace OcopScoring.Workflows.Expressions;

/// <summary>Where a variable lives: the activity that declares it (−1 for the definition) and its place there.</summary>
/// <param name="Owner">Index of the declaring activity, −1 for the definition itself.</param>
/// <param name="Slot">Place among the variables of the owner.</param>
/// <param name="PerItem">True for the variables that a ForEach gives each run of its body.</param>
readonly record struct VariableReference(int Owner, int Slot, bool PerItem = false);
