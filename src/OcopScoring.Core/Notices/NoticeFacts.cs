using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Notices;

/// <summary>What a notice's placeholders stand for, at the step that sends it.</summary>
sealed class NoticeFacts
{
    readonly Dictionary<string, Text> values = [];

    public static async Task<NoticeFacts> ReadAsync(OcopDb db, Burst burst, CancellationToken ct)
    {
        var dossier = burst.Dossier;
        var result = await db.Rounds.Where(r => r.DossierId == dossier.Id && r.ClosedAt != null)
            .OrderByDescending(r => r.ClosedAt).ThenByDescending(r => r.Id).Select(r => r.Result).FirstOrDefaultAsync(ct);
        var certificate = await db.Certificates.SingleOrDefaultAsync(c => c.DossierId == dossier.Id, ct);
        var previous = await db.Certificates.Where(c => c.Id == dossier.PreviousCertificateId).Select(c => (int?)c.Stars).SingleOrDefaultAsync(ct);
        var tier = burst.Regime.Tier(burst.LastTier ?? dossier.Tier).Title;
        var facts = new NoticeFacts();
        facts.Set("dossier", dossier.Code);
        facts.Set("product", dossier.Product.Name);
        facts.Set("producer", dossier.Producer.Name);
        facts.values["tier"] = new Text(Lower(tier.Vi), Lower(tier.En));
        facts.Set("stars", Number(certificate?.Stars ?? (result is null ? null : StoredResult.Of(result).Stars)));
        facts.Set("previousStars", Number(previous));
        facts.values["reasons"] = burst.Reasons ?? new Text("không nêu", "none given");
        facts.Set("certificate", certificate?.Number ?? "");
        facts.Set("validUntil", certificate?.ValidUntil.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "");
        return facts;
    }

    public Text Fill(Text pattern) => values.Aggregate(pattern, (text, fact) => new Text(
        text.Vi.Replace($"{{{fact.Key}}}", fact.Value.Vi, StringComparison.Ordinal),
        text.En.Replace($"{{{fact.Key}}}", fact.Value.En, StringComparison.Ordinal)));

    void Set(string name, string value) => values[name] = new Text(value, value);

    static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "0";

    static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
