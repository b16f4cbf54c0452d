namespace OcopScoring.Rubrics;

/// <summary>The words of a council result.</summary>
static class ResultWords
{
    public static readonly OrderedDictionary<string, CouncilStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["no-quorum"] = CouncilStatus.NoQuorum,
        ["disqualified"] = CouncilStatus.Disqualified,
        ["rescore"] = CouncilStatus.Rescore,
        ["classified"] = CouncilStatus.Classified,
    };

    public static string Of(CouncilStatus status) => Statuses.GetAt((int)status).Key;
}
