using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>An input of an activity type.</summary>
/// <param name="Name">Property name in the document, compared without regard to case.</param>
/// <param name="Type">What its value is converted to.</param>
/// <param name="IsRequired">Must be given.</param>
/// <param name="IsFixed">Must be a constant, because outcomes or checks depend on it.</param>
sealed record InputSpecification(string Name, InputType Type, bool IsRequired = false, bool IsFixed = false);
