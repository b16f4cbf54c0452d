namespace OcopScoring.Workflows.Values;

/// <summary>An evaluation that cannot give a value; the activity that asked for it faults with this message.</summary>
sealed class ScriptFailure(string message) : Exception(message);
