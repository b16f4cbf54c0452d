using OcopScoring.Rubrics;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// Reads <c>regime.json</c> (<c>ocop-regime/1</c>). Nothing is skipped: an unknown or repeated property, a wrong type, a text that lacks a language and a
/// name that points nowhere are faults with their JSON path.
/// </summary>
public static class RegimeReader
{
    public const string Schema = "ocop-regime/1";
    public const string FileName = "regime.json";

    static readonly RegimeShape<RegimePeriod> Period = new("from to", o => new(o.Date("from"), o.DateOrNull("to")));

    static readonly RegimeShape<RegimeAct> Act = new("act title signedOn inForceFrom inForceTo", o => new(
        o.Word("act"), o.Text("title"), o.Date("signedOn"), new RegimePeriod(o.Date("inForceFrom"), o.DateOrNull("inForceTo"))));

    static readonly RegimeShape<RegimeSignatory> Signatory = new("vi en", o => new(o.Strings("vi"), o.Strings("en")));

    static readonly RegimeShape<RegimeTier> Tier = new("id title localityKind recognises authority signatory council advisoryTeam", o => new(
        o.Word("id"), o.Text("title"), o.Word("localityKind"), o.Wholes("recognises", 3, 5), o.Text("authority"),
        o.ObjectOrNull("signatory", Signatory), o.Truth("council"), o.Truth("advisoryTeam")));

    static readonly RegimeShape<RegimeStarBand> Band = new("stars from", o => new(o.Whole("stars", 1, 5), o.Whole("from", 0, 100)));

    static readonly RegimeShape<RegimeBatch> Batch = new("tier number proposedBefore evaluatedBefore note", o => new(
        o.Word("tier"), o.Whole("number", 1, 12), o.DayOfYear("proposedBefore"), o.DayOfYear("evaluatedBefore"), o.TextOrNothing("note")));

    static readonly RegimeShape<RegimeRenewal> Renewal = new("earliestDaysBeforeExpiry latestDaysBeforeExpiry resultWithinDays note", o => new(
        o.WholeOrNull("earliestDaysBeforeExpiry", 0, 3650), o.WholeOrNull("latestDaysBeforeExpiry", 0, 3650),
        o.WholeOrNull("resultWithinDays", 1, 3650), o.TextOrNothing("note")));

    static readonly RegimeShape<RegimeCertificate> Certificate = new("template validMonths numberPattern serialDigits centralCode title basis note", o => new(
        o.Word("template"), o.Whole("validMonths", 1, 1200), o.Word("numberPattern"), o.Whole("serialDigits", 1, 9), o.Word("centralCode"),
        o.Text("title"), o.Text("basis"), o.TextOrNothing("note")));

    static readonly RegimeShape<RegimeSupplement> Supplement = new("workingDays", o => new(o.Whole("workingDays", 1, 365)));

    static readonly RegimeShape<RegimeSiteVisit> SiteVisit = new("tier kinds", o => new(o.Word("tier"), o.Strings("kinds")));

    static readonly RegimeShape<RegimeRubrics> Rubrics = new("from notice", o => new(o.Word("from"), o.TextOrNull("notice")));

    static readonly RegimeShape<RegimeWorkflows> Workflows = new("first upgrade re-evaluation", o => new(
        o.Word("first"), o.Word("upgrade"), o.Word("re-evaluation")));

    static readonly RegimeShape<RegimeRole> Role = new("id tier title", o => new(o.Word("id"), o.WordOrNull("tier"), o.Text("title")));

    static readonly RegimeShape<RegimeOutcome> Outcome = new("id action consequence", o => new(o.Word("id"), o.Text("action"), o.Text("consequence")));

    static readonly RegimeShape<RegimeTask> Task = new("id role tier title guidance inReEvaluation clause outcomes overdueOutcome", o => new(
        o.Word("id"), o.Word("role"), o.WordOrNull("tier"), o.Text("title"), o.Text("guidance"), o.TextOrNull("inReEvaluation"), o.Word("clause"),
        o.List("outcomes", Outcome), o.ObjectOrNull("overdueOutcome", Outcome)));

    static readonly RegimeShape<RegimeNotice> Notice = new("id subject body", o => new(o.Word("id"), o.Text("subject"), o.Text("body")));

    static readonly RegimeShape<RegimeDisqualifier> Disqualifier = new("id title", o => new(o.Word("id"), o.Text("title")));

    static readonly RegimeShape<Regime> Whole = new(
        "schema id title legalBasis inForce note tiers starBands councilRules batches renewal certificate supplement reminderDays tourismSets siteVisit rubrics workflows roles tasks notices disqualifiers",
        o => new(
            o.Word("id"),
            o.Text("title"),
            o.List("legalBasis", Act),
            o.Object("inForce", Period)!,
            o.TextOrNothing("note"),
            o.List("tiers", Tier),
            o.List("starBands", Band),
            o.Rules("councilRules"),
            o.List("batches", Batch),
            o.Object("renewal", Renewal)!,
            o.Object("certificate", Certificate)!,
            o.Object("supplement", Supplement)!,
            o.Wholes("reminderDays", 0, 365),
            o.Wholes("tourismSets", 1, 99),
            o.Object("siteVisit", SiteVisit)!,
            o.Object("rubrics", Rubrics)!,
            o.Object("workflows", Workflows)!,
            o.List("roles", Role),
            o.List("tasks", Task),
            o.List("notices", Notice),
            o.List("disqualifiers", Disqualifier)));

    /// <summary>The regime, or null and every fault that one pass finds. Never throws for the content of the document.</summary>
    public static RegimeReading Read(ReadOnlyMemory<byte> json)
    {
        var faults = new FaultList();
        Regime? regime = null;
        using var document = StrictJson.Open(json, faults);
        if (document is not null && StrictObject.HasSchema(document.RootElement, JsonPath.Root, Schema, faults))
            regime = Whole.Read(document.RootElement, JsonPath.Root, faults);
        if (regime is not null && faults.Count == 0)
            faults.AddRange(RegimeChecks.Of(regime));
        return new RegimeReading(faults.Count == 0 ? regime : null, [.. faults.ToList().Select(f => new RegimeFault(FileName, f.Path, f.Message))]);
    }
}
