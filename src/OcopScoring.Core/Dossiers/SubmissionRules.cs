using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Recognition;

namespace OcopScoring.Core.Dossiers;

/// <summary>Who may submit what, and when (QĐ26 Điều 2, 5, 6, 7).</summary>
public sealed partial class SubmissionRules(OcopDb db)
{
    static readonly string[] Types = ["cooperative", "cooperative-group", "enterprise", "farm", "household", "association"];

    /// <summary>What can be said from the form alone.</summary>
    public static Refusal? FormFault(SubmitDossier request, Cycle cycle, PublishedRegime published)
    {
        if (!cycle.IsOpenOn(request.SubmittedOn))
            return new Refusal("cycle-closed", $"Đợt {cycle.Code} chỉ nhận hồ sơ từ {cycle.OpensOn:dd/MM/yyyy} đến {cycle.ClosesOn:dd/MM/yyyy}.",
                $"The cycle {cycle.Code} takes dossiers from {cycle.OpensOn:yyyy-MM-dd} to {cycle.ClosesOn:yyyy-MM-dd}.", path: "submittedOn");
        if (!RegimeKinds.All.Contains(request.Kind))
            return new Refusal("kind", $"Không có loại hồ sơ '{request.Kind}'.", $"'{request.Kind}' is none of first, upgrade and re-evaluation.", path: "kind");
        if (!published.HasSet(request.SetNo))
            return new Refusal("product-set", $"{published.Regime.Title.Vi} không có bộ sản phẩm {request.SetNo}.", $"The regime {published.Regime.Id} has no product set {request.SetNo}.", path: "productSet");
        if (!Types.Contains(request.Producer.Type))
            return new Refusal("producer-type", $"Không có loại chủ thể '{request.Producer.Type}'.", $"'{request.Producer.Type}' is no type of producer.", path: "producer.type");
        if (request.Producer.Type == "association" && !published.Regime.IsTourism(request.SetNo))
            return new Refusal("producer-type", "Hội, hiệp hội chỉ được tham gia với dịch vụ du lịch.", "An association may take part with a tourism service only.", "QĐ26 Điều 2.3", "producer.type");
        if (!TaxCode().IsMatch(request.Producer.TaxCode))
            return new Refusal("tax-code", "Mã số thuế gồm 10 hoặc 12 chữ số, hoặc 10 số, gạch nối và 3 số.", "A tax code is 10 or 12 digits, or 10 and 3 after a hyphen.", path: "producer.taxCode");
        if (string.IsNullOrWhiteSpace(request.Product.Name))
            return new Refusal("product-name", "Sản phẩm cần có tên.", "The product needs a name.", path: "product.name");
        if (string.IsNullOrWhiteSpace(request.Producer.Name))
            return new Refusal("producer-name", "Chủ thể cần có tên.", "The producer needs a name.", path: "producer.name");
        return null;
    }

    public static Refusal? PlaceFault(Place place, Cycle cycle, Regime regime)
    {
        if (place.Province.Code != cycle.ProvinceCode)
            return new Refusal("locality", $"{place.Commune.NameVi} không thuộc tỉnh của đợt {cycle.Code}.",
                $"{place.Commune.NameEn} ({place.Commune.Code}) does not lie in the cycle's province {cycle.ProvinceCode}.", path: "producer.localityCode");
        return regime.Tiers.Any(t => t.LocalityKind == "district") && place.District is null
            ? new Refusal("locality", $"Không rõ huyện của {place.Commune.NameVi}: đợt cần khai đơn vị cấp huyện.",
                $"The regime has a district tier, but the parent of commune {place.Commune.Code} is no district.", path: "producer.localityCode")
            : null;
    }

    /// <summary>The certificate that this dossier follows (null for a first one), or why it may not.</summary>
    public async Task<Outcome<Certificate?>> ProductAsync(SubmitDossier request, ProducerId producer, Regime regime, CancellationToken ct)
    {
        if (request.Kind == RegimeKinds.First)
            return await FirstAsync(request, producer, ct);
        if (request.PreviousCertificate is not { } number)
            return Previous("Hồ sơ nâng hạng, phân hạng lại phải nêu giấy chứng nhận trước.", "An upgrade or re-evaluation names the former certificate.");
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct) is not { } previous)
            return Previous($"Không có giấy chứng nhận {number}.", $"There is no certificate {number}.");
        if (previous.ProducerId != producer)
            return Previous($"Giấy chứng nhận {number} là của chủ thể khác.", $"The certificate {number} belongs to another producer.");
        if (previous.IssuedOn > request.SubmittedOn || previous.StateOn(request.SubmittedOn) != CertificateState.InForce)
            return Previous($"Giấy chứng nhận {number} không còn hiệu lực ngày {request.SubmittedOn:dd/MM/yyyy}.", $"The certificate {number} was not in force on {request.SubmittedOn:yyyy-MM-dd}.");
        return request.Kind == RegimeKinds.ReEvaluation && WindowFault(request.SubmittedOn, previous, regime) is { } outside ? outside : previous;
    }

    async Task<Outcome<Certificate?>> FirstAsync(SubmitDossier request, ProducerId producer, CancellationToken ct)
    {
        var key = ProductKey.Of(request.Product.Name);
        var held = await db.Certificates.AsNoTracking().Where(c => c.ProducerId == producer && c.ProductKey == key).ToListAsync(ct);
        return held.Find(c => c.IssuedOn <= request.SubmittedOn && c.StateOn(request.SubmittedOn) == CertificateState.InForce) is { } inForce
            ? new Refusal("already-recognised",
                $"Sản phẩm này đã có giấy chứng nhận {inForce.Number} còn hiệu lực đến {inForce.ValidUntil:dd/MM/yyyy}: hãy nộp hồ sơ nâng hạng (upgrade) hoặc phân hạng lại (re-evaluation).",
                $"This product holds the certificate {inForce.Number}, in force until {inForce.ValidUntil:yyyy-MM-dd}: submit an upgrade or a re-evaluation instead.", path: "kind")
            : (Certificate?)null;
    }

    /// <summary>QĐ26 Điều 7.6: no earlier than 180 and no later than 120 days before expiry, both included.</summary>
    static Refusal? WindowFault(DateOnly submittedOn, Certificate previous, Regime regime)
    {
        var (earliest, latest) = (regime.Renewal.EarliestDaysBeforeExpiry, regime.Renewal.LatestDaysBeforeExpiry);
        if (regime.Renewal.MayBeFiled(submittedOn, previous.ValidUntil))
            return null;
        var from = earliest is { } e ? previous.ValidUntil.AddDays(-e) : previous.IssuedOn;
        var to = latest is { } l ? previous.ValidUntil.AddDays(-l) : previous.ValidUntil;
        return new Refusal("renewal-window", $"Hồ sơ phân hạng lại nộp từ {from:dd/MM/yyyy} đến {to:dd/MM/yyyy}.",
            $"A re-evaluation of {previous.Number} is filed from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.", "QĐ26 Điều 7.6", "submittedOn");
    }

    static Refusal Previous(string vi, string en) => new("previous", vi, en, path: "previous");

    [GeneratedRegex(@"\A([0-9]{10}|[0-9]{12}|[0-9]{10}-[0-9]{3})\z")]
    private static partial Regex TaxCode();
}
