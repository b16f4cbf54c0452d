using System.Text.RegularExpressions;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Cycles;

/// <summary>What must hold between the parts of one <c>regime.json</c> that is well formed by itself.</summary>
static partial class RegimeChecks
{
    static readonly string[] LocalityKinds = ["commune", "district", "province", "country"];

    public static IEnumerable<Fault> Of(Regime r) =>
        Names(r).Concat(Tiers(r)).Concat(Bands(r)).Concat(Dates(r)).Concat(Certificates(r)).Concat(Tasks(r)).Concat(Notices(r));

    static IEnumerable<Fault> Names(Regime r) =>
        Twice("tiers", r.Tiers.Select(t => t.Id))
            .Concat(Twice("roles", r.Roles.Select(x => x.Id)))
            .Concat(Twice("tasks", r.Tasks.Select(t => t.Id)))
            .Concat(Twice("notices", r.Notices.Select(n => n.Id)))
            .Concat(Twice("disqualifiers", r.Disqualifiers.Select(d => d.Id)))
            .Concat(r.LegalBasis.IsEmpty ? [new Fault("legalBasis", "must name at least one act")] : []);

    static IEnumerable<Fault> Tiers(Regime r)
    {
        if (r.Tiers.IsEmpty)
            yield return new Fault("tiers", "must hold at least one tier");
        for (var i = 0; i < r.Tiers.Length; i++)
        {
            var (tier, at) = (r.Tiers[i], $"tiers[{i}]");
            if (!LocalityKinds.Contains(tier.LocalityKind))
                yield return new Fault($"{at}.localityKind", $"must be one of {string.Join(", ", LocalityKinds)}");
            if (tier.Recognises.IsEmpty != tier.Signatory is null)
                yield return new Fault($"{at}.signatory", "must be given exactly where the tier recognises stars");
            if (tier.Signatory is { } s && (s.Vi.IsEmpty || s.En.IsEmpty))
                yield return new Fault($"{at}.signatory", "must have at least one line in each language");
            if (tier.LocalityKind != "country" && !(Has(tier.Authority.Vi, "locality") && Has(tier.Authority.En, "locality")))
                yield return new Fault($"{at}.authority", "must name the place by {locality} in both languages");
            if (!tier.Recognises.IsEmpty && !tier.Council)
                yield return new Fault($"{at}.council", "must be true, since the tier recognises stars");
        }
        for (var stars = 3; stars <= 5; stars++)
        {
            if (r.Tiers.Count(t => t.Recognises.Contains(stars)) != 1)
                yield return new Fault("tiers", $"must have exactly one tier that recognises {stars} stars");
        }
        for (var i = 0; i < r.Roles.Length; i++)
        {
            if (r.Roles[i].Tier is { } tier && r.FindTier(tier) is null)
                yield return new Fault($"roles[{i}].tier", NoSuch("tier", tier));
        }
        if (r.FindTier(r.SiteVisit.Tier) is not { AdvisoryTeam: true })
            yield return new Fault("siteVisit.tier", "must be a tier with an advisory team");
        for (var i = 0; i < r.SiteVisit.Kinds.Length; i++)
        {
            if (!RegimeKinds.All.Contains(r.SiteVisit.Kinds[i]))
                yield return new Fault($"siteVisit.kinds[{i}]", $"must be one of {string.Join(", ", RegimeKinds.All)}");
        }
    }

    static IEnumerable<Fault> Bands(Regime r)
    {
        if (!r.StarBands.Select(b => b.Stars).SequenceEqual([5, 4, 3, 2, 1]))
            yield return new Fault("starBands", "must hold 5, 4, 3, 2 and 1 stars in this order");
        else if (r.StarBands.Zip(r.StarBands.Skip(1)).Any(p => p.First.From <= p.Second.From) || r.StarBands[^1].From != 0)
            yield return new Fault("starBands", "must fall from band to band and end at 0");
    }

    static IEnumerable<Fault> Dates(Regime r)
    {
        if (r.InForce.To < r.InForce.From)
            yield return new Fault("inForce.to", "must not be before from");
        for (var i = 0; i < r.LegalBasis.Length; i++)
        {
            if (r.LegalBasis[i].InForce.To < r.LegalBasis[i].InForce.From)
                yield return new Fault($"legalBasis[{i}].inForceTo", "must not be before inForceFrom");
        }
        for (var i = 0; i < r.Batches.Length; i++)
        {
            if (r.FindTier(r.Batches[i].Tier) is null)
                yield return new Fault($"batches[{i}].tier", NoSuch("tier", r.Batches[i].Tier));
            if (r.Batches.Take(i).Any(b => (b.Tier, b.Number) == (r.Batches[i].Tier, r.Batches[i].Number)))
                yield return new Fault($"batches[{i}].number", "is given twice for this tier");
        }
        if (r.Renewal.LatestDaysBeforeExpiry > r.Renewal.EarliestDaysBeforeExpiry)
            yield return new Fault("renewal.latestDaysBeforeExpiry", "must not be more than earliestDaysBeforeExpiry");
    }

    static IEnumerable<Fault> Certificates(Regime r)
    {
        foreach (var name in new[] { "serial", "year", "code" })
        {
            if (!Has(r.Certificate.NumberPattern, name))
                yield return new Fault("certificate.numberPattern", $"must contain {{{name}}}, or numbers would not be unique");
        }
    }

    static IEnumerable<Fault> Tasks(Regime r)
    {
        for (var i = 0; i < r.Tasks.Length; i++)
        {
            var (task, at) = (r.Tasks[i], $"tasks[{i}]");
            if (r.FindRole(task.Role) is not { } role)
                yield return new Fault($"{at}.role", NoSuch("role", task.Role));
            else if (role.Tier is { } tier && tier != task.Tier)
                yield return new Fault($"{at}.tier", $"must be '{tier}', the tier of its role");
            if (task.Tier is { } own && r.FindTier(own) is null)
                yield return new Fault($"{at}.tier", NoSuch("tier", own));
            if (task.Outcomes.IsEmpty)
                yield return new Fault($"{at}.outcomes", "must hold at least one outcome");
            foreach (var twice in Twice($"{at}.outcomes", task.Outcomes.Select(o => o.Id)))
                yield return twice;
            if (task.OverdueOutcome is { } overdue && task.Outcomes.Any(o => o.Id == overdue.Id))
                yield return new Fault($"{at}.overdueOutcome.id", "must not be one of the outcomes that a person chooses");
        }
    }

    static IEnumerable<Fault> Notices(Regime r)
    {
        for (var i = 0; i < r.Notices.Length; i++)
        {
            var notice = r.Notices[i];
            foreach (var (name, text) in new[] { ("subject", notice.Subject), ("body", notice.Body) })
            {
                foreach (var (language, words) in new[] { ("vi", text.Vi), ("en", text.En) })
                {
                    foreach (var unknown in Braces().Matches(words).Select(m => m.Groups[1].Value).Where(p => !RegimeNotice.Placeholders.Contains(p)).Distinct())
                        yield return new Fault($"notices[{i}].{name}.{language}", $"names {{{unknown}}}, which no notice can be given");
                }
            }
        }
    }

    static IEnumerable<Fault> Twice(string list, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var id in ids)
        {
            if (!seen.Add(id))
                yield return new Fault($"{list}[{index}].id", $"'{id}' is given twice");
            index++;
        }
    }

    static bool Has(string pattern, string placeholder) => pattern.Contains($"{{{placeholder}}}", StringComparison.Ordinal);

    static string NoSuch(string what, string id) => $"no {what} is called '{id}'";

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
