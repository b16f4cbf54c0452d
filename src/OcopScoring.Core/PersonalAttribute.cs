namespace OcopScoring.Core;

/// <summary>
/// Marks personal data: shown by role only, never in logs, public pages, exports or error texts unless the law publishes it.
/// A test writes a sentinel into every property so marked and searches logs and public output for it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;
