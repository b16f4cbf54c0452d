using System.Text.Json;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// Reads <c>regime.json</c> (<c>ocop-regime/1</c>). Nothing is skipped: an unknown or repeated property, a wrong type, a text that lacks a language and a
/// name that points nowhere are faults with their JSON path.
/// </summary>
public static class RegimeReader
{
    public const string Schema = "ocop-regime/1";
    public const string FileName = "regime.json";

    /// <summary>The regime, or null and every fault that one pass finds.</summary>
    public static RegimeReading Read(ReadOnlyMemory<byte> json)
    {
        var faults = new List<RegimeFault>();
        Regime? regime = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && SchemaOf(root) is var schema && schema != Schema)
                faults.Add(new RegimeFault(FileName, "schema", $"must be \"{Schema}\""));
            else
                regime = RegimeObject.Read(document.RootElement, "", faults, Whole);
        }
        catch (JsonException e)
        {
            faults.Add(new RegimeFault(FileName, "$", $"is not JSON: {e.Message}"));
        }
        if (regime is not null && faults.Count == 0)
            faults.AddRange(RegimeChecks.Of(regime));
        return new RegimeReading(faults.Count == 0 ? regime : null, [.. faults]);
    }

    static string? SchemaOf(JsonElement root) =>
        root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String ? schema.GetString() : null;

    static Regime Whole(RegimeObject o)
    {
        o.String("schema");
        return new Regime(
            o.String("id"),
            o.Text("title"),
            o.List("legalBasis", Act),
            o.Object("inForce", p => new RegimePeriod(p.Date("from"), p.DateOrNull("to")))!,
            o.TextOrNothing("note"),
            o.List("tiers", Tier),
            o.List("starBands", b => new RegimeStarBand(b.Int("stars", 1, 5), b.Int("from", 0, 100))),
            o.Document("councilRules"),
            o.List("batches", Batch),
            o.Object("renewal", Renewal)!,
            o.Object("certificate", Certificate)!,
            (o.Object("supplement", s => new Days(s.Int("workingDays", 1, 365))) ?? new Days(0)).Count,
            o.Ints("reminderDays", 0, 365),
            o.Ints("tourismSets", 1, 99),
            o.Object("siteVisit", s => new RegimeSiteVisit(s.String("tier"), s.Strings("kinds")))!,
            o.Object("rubrics", r => new RegimeRubrics(r.String("from"), r.TextOrNull("notice")))!,
            o.Object("workflows", w => new RegimeWorkflows(w.String("first"), w.String("upgrade"), w.String("re-evaluation")))!,
            o.List("roles", r => new RegimeRole(r.String("id"), r.StringOrNull("tier"), r.Text("title"))),
            o.List("tasks", Task),
            o.List("notices", n => new RegimeNotice(n.String("id"), n.Text("subject"), n.Text("body"))),
            o.List("disqualifiers", d => new RegimeDisqualifier(d.String("id"), d.Text("title"))));
    }

    static RegimeAct Act(RegimeObject o) => new(
        o.String("act"), o.Text("title"), o.Date("signedOn"), new RegimePeriod(o.Date("inForceFrom"), o.DateOrNull("inForceTo")));

    static RegimeTier Tier(RegimeObject o) => new(
        o.String("id"),
        o.Text("title"),
        o.String("localityKind"),
        o.Ints("recognises", 3, 5),
        o.Text("authority"),
        o.ObjectOrNull("signatory", s => new RegimeSignatory(s.Strings("vi"), s.Strings("en"))),
        o.Bool("council"),
        o.Bool("advisoryTeam"));

    static RegimeBatch Batch(RegimeObject o) => new(
        o.String("tier"), o.Int("number", 1, 12), o.MonthDay("proposedBefore"), o.MonthDay("evaluatedBefore"), o.TextOrNothing("note"));

    static RegimeRenewal Renewal(RegimeObject o) => new(
        o.IntOrNull("earliestDaysBeforeExpiry", 0, 3650), o.IntOrNull("latestDaysBeforeExpiry", 0, 3650), o.IntOrNull("resultWithinDays", 1, 3650), o.TextOrNothing("note"));

    static RegimeCertificate Certificate(RegimeObject o) => new(
        o.String("template"),
        o.Int("validMonths", 1, 1200),
        o.String("numberPattern"),
        o.Int("serialDigits", 1, 9),
        o.String("centralCode"),
        o.Text("title"),
        o.Text("basis"),
        o.TextOrNothing("note"));

    static RegimeTask Task(RegimeObject o) => new(
        o.String("id"),
        o.String("role"),
        o.StringOrNull("tier"),
        o.Text("title"),
        o.Text("guidance"),
        o.TextOrNull("inReEvaluation"),
        o.String("clause"),
        o.List("outcomes", Outcome),
        o.ObjectOrNull("overdueOutcome", Outcome));

    static RegimeOutcome Outcome(RegimeObject o) => new(o.String("id"), o.Text("action"), o.Text("consequence"));

    sealed record Days(int Count);
}
