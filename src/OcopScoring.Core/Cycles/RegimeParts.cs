using System.Collections.Immutable;

namespace OcopScoring.Core.Cycles;

/// <summary>Days from and to which something holds, both included; without an end <see cref="To"/> is null.</summary>
public sealed record RegimePeriod(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is not { } to || day <= to);
}

/// <summary>A legal act that the regime rests on. Its number is written as in the act: <c>26/2026/QĐ-TTg</c>.</summary>
public sealed record RegimeAct(string Act, Text Title, DateOnly SignedOn, RegimePeriod InForce);

/// <summary>
/// A level of the administration that handles dossiers; tiers stand in order, lowest first. <see cref="Authority"/> is the authority's name, with
/// <c>{locality}</c> for the name of the place in it; <see cref="Signatory"/> is null where the tier recognises nothing.
/// </summary>
public sealed record RegimeTier(
    string Id,
    Text Title,
    string LocalityKind,
    ImmutableArray<int> Recognises,
    Text Authority,
    RegimeSignatory? Signatory,
    bool Council,
    bool AdvisoryTeam)
{
    /// <summary>The authority of this tier in one place; <paramref name="locality"/> is its full name as it stands in a sentence: "tỉnh Lâm Đồng".</summary>
    public Text AuthorityOf(Text locality) => new(
        Authority.Vi.Replace("{locality}", locality.Vi, StringComparison.Ordinal),
        Authority.En.Replace("{locality}", locality.En, StringComparison.Ordinal));
}

/// <summary>The lines above the signature on a certificate.</summary>
public sealed record RegimeSignatory(ImmutableArray<string> Vi, ImmutableArray<string> En);

/// <summary>The lowest mean that gives these stars; the band reaches up to, but not into, the next one.</summary>
public sealed record RegimeStarBand(int Stars, int From);

/// <summary>A yearly batch of a tier: dossiers proposed before the first day are evaluated before the second. Dates plan and warn, they never stop a task.</summary>
public sealed record RegimeBatch(string Tier, int Number, RegimeDay ProposedBefore, RegimeDay EvaluatedBefore, Text? Note)
{
    /// <summary>The evaluation date that belongs to a proposal date of <paramref name="year"/>: in the next year where it is the earlier day.</summary>
    public (DateOnly ProposedBefore, DateOnly EvaluatedBefore) In(int year)
    {
        var proposed = ProposedBefore.In(year);
        var evaluated = EvaluatedBefore.In(year);
        return (proposed, evaluated > proposed ? evaluated : EvaluatedBefore.In(year + 1));
    }
}

/// <summary>A day of any year, <c>MM-DD</c>; 29 February is not one.</summary>
public readonly record struct RegimeDay(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);

    public override string ToString() => FormattableString.Invariant($"{Month:00}-{Day:00}");
}

/// <summary>
/// When a re-evaluation may be filed, in calendar days before the certificate's last day, both ends included, and in how many calendar days its
/// result is due. A null is not established in the law's text.
/// </summary>
public sealed record RegimeRenewal(int? EarliestDaysBeforeExpiry, int? LatestDaysBeforeExpiry, int? ResultWithinDays, Text? Note)
{
    public bool MayBeFiled(DateOnly day, DateOnly validUntil)
    {
        var daysLeft = validUntil.DayNumber - day.DayNumber;
        return (EarliestDaysBeforeExpiry is not { } earliest || daysLeft <= earliest)
            && (LatestDaysBeforeExpiry is not { } latest || daysLeft >= latest);
    }
}

/// <summary>Certificates: the drawing's template, months of validity, the number's pattern with <c>{serial}</c>, <c>{year}</c> and <c>{code}</c>, texts.</summary>
public sealed record RegimeCertificate(
    string Template, int ValidMonths, string NumberPattern, int SerialDigits, string CentralCode, Text Title, Text Basis, Text? Note)
{
    /// <summary>The number of the certificate with this serial (from 1) in its issuing authority and year: <c>0127/2026/GCN-OCOP-68</c>.</summary>
    public string Number(int serial, int year, string code) => NumberPattern
        .Replace("{serial}", serial.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(SerialDigits, '0'), StringComparison.Ordinal)
        .Replace("{year}", year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{code}", code, StringComparison.Ordinal);

    /// <summary>The last day of validity: the same day so many months later, or the last day of that month where it has no such day.</summary>
    public DateOnly ValidUntil(DateOnly decidedOn) => decidedOn.AddMonths(ValidMonths);
}

/// <summary>In how many working days the producer sends a dossier back, counted from the day after it was asked for.</summary>
public sealed record RegimeSupplement(int WorkingDays);

/// <summary>The tier whose advisory team must visit the site of a tourism service, and the kinds of dossier for which it must.</summary>
public sealed record RegimeSiteVisit(string Tier, ImmutableArray<string> Kinds);

/// <summary>The regime whose rubrics are used, and what is said wherever they are shown when they are not the regime's own or not all of them.</summary>
public sealed record RegimeRubrics(string From, Text? Notice);

/// <summary>The flow of each kind of dossier, as the name of its file without <c>.workflow.json</c>.</summary>
public sealed record RegimeWorkflows(string First, string Upgrade, string ReEvaluation)
{
    /// <summary>The flow for a kind of dossier; another kind is a bug and throws.</summary>
    public string For(string kind) => kind switch
    {
        RegimeKinds.First => First,
        RegimeKinds.Upgrade => Upgrade,
        RegimeKinds.ReEvaluation => ReEvaluation,
        _ => throw new ArgumentException($"No kind of dossier is called '{kind}'.", nameof(kind)),
    };

    public ImmutableArray<string> Names => [.. new[] { First, Upgrade, ReEvaluation }.Distinct()];
}
