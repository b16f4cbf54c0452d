namespace OcopScoring.Core.Tests.Cycles;

/// <summary>Where a dossier is: a task and, in a supplement, the task that asked; or how it was closed.</summary>
sealed record RegimePlace(string Task, string? Asker = null)
{
    public bool IsEnd => Task.StartsWith("closed ", StringComparison.Ordinal);

    public static RegimePlace Closed(string result) => new($"closed {result}");
}

/// <summary>
/// The order of steps written down a second time, from the law and without the flows: what follows an outcome, and what the producer is told. The flows
/// are compared with it step by step.
/// </summary>
sealed record RegimeLaw(string Regime, string Kind, int PreviousStars)
{
    public (RegimePlace Place, string[] Told) After(RegimePlace place, string outcome, int stars)
    {
        var (tier, step) = (place.Task.Split('-')[0], place.Task[(place.Task.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        return (step, outcome) switch
        {
            ("completeness", "Complete") => (new(First), ["received"]),
            (_, "Incomplete" or "Returned" or "NeedsSupplement") when step is not ("decision" or "approval") => (new("supplement", place.Task), ["supplement-requested"]),
            ("supplement", "Resubmitted") => (new(place.Asker!), []),
            ("supplement", "Withdrawn") => (RegimePlace.Closed("withdrawn"), ["withdrawn"]),
            ("supplement", "Expired") => (RegimePlace.Closed("expired"), ["expired"]),
            ("appraisal", "Refused") => (RegimePlace.Closed("rejected"), ["refused"]),
            ("appraisal", "Endorsed") or ("reception", "Accepted") when tier == "commune" => (new($"{Deciding[0]}-reception"), ["forwarded"]),
            ("reception", "Accepted") => (new($"{tier}-advisory"), []),
            ("advisory", "Ready") => (new($"{tier}-council"), []),
            ("advisory", "SiteVisit") => (new($"{tier}-site-visit"), ["site-visit"]),
            ("site-visit", "Reported") => (new($"{tier}-advisory"), []),
            ("council", "Rescore" or "NoQuorum") => (place, []),
            ("council", "Disqualified") => (RegimePlace.Closed("rejected"), ["disqualified"]),
            ("council", "Classified") => Classified(tier, stars),
            ("approval", "Approved") => (new("central-reception"), ["five-star-candidate"]),
            ("decision", "Approved") => (RegimePlace.Closed("recognised"), ["recognised"]),
            ("approval", "Returned") => (new($"{tier}-council"), []),
            ("decision", "Returned") => (new($"{tier}-council"), ["evaluated-again"]),
            _ => throw new ArgumentException($"{place.Task}:{outcome} is no step of the law."),
        };
    }

    (RegimePlace Place, string[] Told) Classified(string tier, int stars)
    {
        if (Kind == "upgrade" && stars <= PreviousStars)
            return (RegimePlace.Closed("not-recognised"), ["no-gain"]);
        if (stars < 3)
            return (RegimePlace.Closed("not-recognised"), ["not-recognised"]);
        if (tier == "province" && stars == 5)
            return (new("province-approval"), []);
        if (tier == "district" && GoesUpFromDistrict(stars))
            return (new("province-reception"), ["forwarded"]);
        var recognises = Competent(stars);
        return (new($"{recognises}-decision"), recognises == tier ? [] : ["result-below"]);
    }

    public string First => Regime == "qd26-2026" ? "commune-appraisal" : "commune-reception";

    string[] Deciding => Regime == "qd26-2026" ? ["province", "central"] : ["district", "province", "central"];

    bool GoesUpFromDistrict(int stars) => Regime == "qd148-2023" ? stars >= 4 : stars >= 3;

    public string Competent(int stars) => stars == 5 ? "central" : stars == 3 && Regime == "qd148-2023" ? "district" : "province";
}
