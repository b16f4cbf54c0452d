namespace OcopScoring.Rubrics;

/// <summary>What a rubric says about itself beside its criteria.</summary>
sealed record RubricFacts(
    string SetCode,
    int SetNo,
    string Regime,
    string LabelVi,
    string? LabelEn,
    string? GroupVi,
    int TotalMax,
    int SamplesRequired,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    IReadOnlyList<string> ManagingAgencies,
    IReadOnlyList<string> Disqualifiers);
