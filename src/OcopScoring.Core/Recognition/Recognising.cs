using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Workflow;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Recognition;

/// <summary>
/// Recognises a product: takes the next number of the issuing authority, supersedes the product's former certificate, and
/// leaves the rendering to the outbox. Whether everything fits on the page is asked before a number is taken.
/// </summary>
public sealed class Recognising(OcopDb db, ICertificateDocuments documents, Geography geography, PublicAddress address, Now now, TimeProvider clock)
{
    public const string OutboxKind = "certificate";

    public async Task<Outcome<HostResult>> RecogniseAsync(Burst burst, int stars, string tierId, CancellationToken ct)
    {
        var (dossier, regime) = (burst.Dossier, burst.Regime);
        var tier = regime.Tier(tierId);
        var rules = regime.Certificate;
        if (!tier.Recognises.Contains(stars))
            return new Refusal("not-competent", $"Cấp {tier.Title.Vi} không có thẩm quyền công nhận {stars} sao.", $"The {tier.Title.En} does not recognise {stars} stars.");
        if (await LastMeanAsync(dossier, ct) is not { } mean)
            return new Refusal("no-result", "Chưa có kết quả của hội đồng.", "There is no council result.");
        var issuerCode = dossier.LocalityAt(tier.LocalityKind) ?? rules.CentralCode;
        var issuer = await geography.FindAsync(dossier.CycleId, dossier.CommuneCode, dossier.SubmittedOn, ct);
        var data = Describe(dossier, regime, tier, issuer?.At(tier.LocalityKind), stars, mean);
        if (documents.Fit(data with { Number = rules.Number(9999, now.Day.Year, issuerCode) }) is { } tooLong)
            return tooLong;

        var serial = await NextSerialAsync(issuerCode, now.Day.Year, ct);
        var number = rules.Number(serial, now.Day.Year, issuerCode);
        var certificate = new Certificate
        {
            DossierId = dossier.Id,
            ProducerId = dossier.ProducerId,
            ProductKey = dossier.ProductKey,
            Number = number,
            Slug = Slug(number),
            IssuerCode = issuerCode,
            Year = now.Day.Year,
            Serial = serial,
            IssuedByTier = tierId,
            IssuedOn = data.IssuedOn,
            ValidUntil = data.ValidUntil,
            Stars = stars,
            Mean = mean.ToString(),
            Data = JsonSerializer.Serialize(data with { Number = number, VerificationUrl = address.OfCertificate(Slug(number)) }),
        };
        await SupersedeAsync(dossier, certificate, ct);
        db.Certificates.Add(certificate);
        db.Outbox.Add(new OutboxMessage
        {
            DossierId = dossier.Id,
            Kind = OutboxKind,
            Payload = JsonSerializer.Serialize(certificate.Id.Value),
            CreatedAt = now.Instant,
            NotBefore = clock.GetUtcNow(),
        });
        return new HostResult("Done", new JsonObject { ["number"] = number });
    }

    /// <summary>The number as it stands in an address: its slashes written as hyphens.</summary>
    public static string Slug(string number) => number.Replace('/', '-');

    async Task<Fraction?> LastMeanAsync(Dossier dossier, CancellationToken ct)
    {
        var result = await db.Rounds.Where(r => r.DossierId == dossier.Id && r.ClosedAt != null)
            .OrderByDescending(r => r.ClosedAt).ThenByDescending(r => r.Id).Select(r => r.Result).FirstOrDefaultAsync(ct);
        return result is null ? null : StoredResult.Of(result).Mean;
    }

    CertificateData Describe(Dossier dossier, Regime regime, RegimeTier tier, Locality? issuer, int stars, Fraction mean) => new()
    {
        Number = "",
        ProductName = dossier.Product.Name,
        ProductNameEn = dossier.Product.NameEn,
        ProducerName = dossier.Producer.Name,
        ProducerAddress = dossier.Producer.Address,
        Stars = stars,
        Points = PointsText(mean),
        IssuedOn = now.Day,
        ValidUntil = regime.Certificate.ValidUntil(now.Day),
        Months = regime.Certificate.ValidMonths,
        Authority = issuer is null ? tier.Authority : tier.AuthorityOf(new Text(PlaceNames.InSentence(issuer.NameVi), issuer.NameEn)),
        Place = issuer is null ? "Hà Nội" : PlaceNames.Bare(issuer.NameVi),
        SignatoryVi = tier.Signatory?.Vi.ToArray() ?? [],
        SignatoryEn = tier.Signatory?.En.ToArray() ?? [],
        Basis = regime.Certificate.Basis,
        Template = regime.Certificate.Template,
        VerificationUrl = address.OfCertificate(new string('0', 24)),
    };

    async Task<int> NextSerialAsync(string issuerCode, int year, CancellationToken ct) =>
        (await db.Database.SqlQuery<int>($"""
            insert into certificate_serials (issuer_code, year, last) values ({issuerCode}, {year}, 1)
            on conflict (issuer_code, year) do update set last = certificate_serials.last + 1
            returning last as "Value"
            """).ToListAsync(ct)).Single();

    /// <summary>The former certificate of the same product gives way from the day of the new one.</summary>
    async Task SupersedeAsync(Dossier dossier, Certificate certificate, CancellationToken ct)
    {
        var former = await db.Certificates
            .Where(c => c.SupersededById == null && (c.Id == dossier.PreviousCertificateId || (c.ProducerId == dossier.ProducerId && c.ProductKey == dossier.ProductKey)))
            .ToListAsync(ct);
        foreach (var old in former)
        {
            old.SupersededById = certificate.Id;
            old.SupersededOn = certificate.IssuedOn;
        }
    }

    /// <summary>Up to two decimals, half up, with a comma: 412/5 → "82,4". For display only.</summary>
    public static string PointsText(Fraction mean) => mean.ToDecimalString(2).TrimEnd('0').TrimEnd('.').Replace('.', ',');
}
