namespace OcopScoring.Rubrics;

/// <summary>The rule ids of rubrics that have a meaning of their own here; all others are shown and otherwise only serve as flags.</summary>
public static class RuleIds
{
    /// <summary>Without a story (0 points at the leaf <c>.1</c> of the group) the leaf that carries this must be given 0 points.</summary>
    public const string DependsOnStory = "DEPENDS_ON_STORY_PRESENT";

    /// <summary>A sheet with 0 points at any leaf below the parent of the leaf that carries this raises this flag by itself.</summary>
    public const string StopAnyZeroInSensory = "STOP_ANY_ZERO_IN_SENSORY";

    /// <summary>Whether a member may raise the rule as a knock-out: <c>KO_…</c>, <c>STOP_…</c>, <c>REQ_100PCT…</c>.</summary>
    public static bool IsKnockOut(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith("KO_", StringComparison.Ordinal)
            || rule.StartsWith("STOP_", StringComparison.Ordinal)
            || rule.StartsWith("REQ_100PCT", StringComparison.Ordinal);
    }
}
