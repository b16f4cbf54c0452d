using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tests.Setting;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Tests.Dossiers;

public sealed class SubmitDossierTests
{
    [Test]
    public async Task A_complete_dossier_waits_for_the_commune()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();

        var dossier = await given.ADossierAsync();

        var task = await given.OpenTaskAsync(dossier);
        Assert.That((task.Name, task.Role, task.Tier, task.LocalityCode), Is.EqualTo(("commune-appraisal", "commune-officer", "commune", Given.Commune)));
        var stored = await site.ReadAsync(db => db.Dossiers.SingleAsync());
        Assert.That(stored.ProductCode, Is.EqualTo($"{Given.Province}-{Given.Commune}-01-2026"));
    }

    [Test]
    public async Task A_criterion_above_its_lowest_option_without_evidence_makes_the_dossier_incomplete()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var full = System.Text.Json.JsonSerializer.SerializeToElement(given.ChoicesFor(100));

        var dossier = await given.ADossierAsync(d => d with { SelfAssessment = full });

        Assert.That((await given.OpenTaskAsync(dossier)).Name, Is.EqualTo("supplement"));
        await site.BeatAsync();
        var notice = await site.ReadAsync(db => db.Notices.SingleAsync(n => n.Template == "supplement-requested"));
        Assert.That(notice.BodyVi, Does.Contain("minh chứng tiêu chí 1.1"));
    }

    static IEnumerable<TestCaseData> Refused =>
    [
        Case("the day before the cycle opens", "submittedOn", d => d with { SubmittedOn = new DateOnly(2026, 5, 21) }),
        Case("the day after the cycle closes", "submittedOn", d => d with { SubmittedOn = new DateOnly(2026, 12, 31) }),
        Case("a product set that the regime does not have", "productSet", d => d with { SetNo = 27 }),
        Case("an unknown type of producer", "producer.type", d => d with { Producer = d.Producer with { Type = "club" } }),
        Case("an association outside tourism", "producer.type", d => d with { Producer = d.Producer with { Type = "association" } }),
        Case("a tax code of 9 digits", "producer.taxCode", d => d with { Producer = d.Producer with { TaxCode = "123456789" } }),
        Case("a tax code with a letter", "producer.taxCode", d => d with { Producer = d.Producer with { TaxCode = "460000000a" } }),
        Case("a tax code and a line break", "producer.taxCode", d => d with { Producer = d.Producer with { TaxCode = "4600000001\n" } }),
        Case("a commune that is none", "producer.localityCode", d => d with { CommuneCode = "99999" }),
        Case("a commune of another province", "producer.localityCode", d => d with { CommuneCode = "00004" }),
        Case("a product without a name", "product.name", d => d with { Product = d.Product with { Name = " " } }),
        Case("an upgrade without a certificate", "previous", d => d with { Kind = "upgrade" }),
        Case("an upgrade of a certificate that is none", "previous", d => d with { Kind = "upgrade", PreviousCertificate = "0001/2020/GCN-OCOP-68" }),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task What_the_law_does_not_allow_is_refused_at_its_field_and_stores_nothing(string path, Func<SubmitDossier, SubmitDossier> change)
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();

        var answer = await given.SubmitAsync(change);

        Assert.That(answer.Refusal?.Path, Is.EqualTo(path));
        Assert.That(await site.ReadAsync(db => db.Dossiers.CountAsync()), Is.Zero);
        Assert.That(await site.ReadAsync(db => db.Producers.CountAsync()), Is.Zero);
    }

    [TestCase(180, true)]
    [TestCase(120, true)]
    [TestCase(181, false)]
    [TestCase(119, false)]
    public async Task A_re_evaluation_is_filed_180_to_120_days_before_the_certificate_ends(int daysBefore, bool taken)
    {
        await using var site = await TestSite.OpenAsync("2026-06-10");
        var given = await new Given(site).ACycleAsync(closes: "2029-12-30");
        var first = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(first, 55, 55, 55);
        await given.DoAsync(first, "province-decision", "Approved");
        var former = await site.ReadAsync(db => db.Certificates.AsNoTracking().SingleAsync());

        var answer = await given.SubmitAsync(d => d with { Kind = "re-evaluation", PreviousCertificate = former.Number, SubmittedOn = former.ValidUntil.AddDays(-daysBefore) });

        Assert.That(answer.Refusal is null, Is.EqualTo(taken), answer.Refusal?.Message.En);
        if (!taken)
            Assert.That((answer.Refusal!.Code, answer.Refusal.Clause), Is.EqualTo(("renewal-window", "QĐ26 Điều 7.6")));
    }

    [Test]
    public async Task Only_the_program_takes_dossiers_in_from_folders()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        SubmitDossier? request = null;
        await given.SubmitAsync(d => request = d);

        var answer = await site.SendAsync(request! with { Code = "other" }, Actor.Playing("producer", null));

        Assert.That(answer.Refusal?.Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task A_cycle_keeps_the_version_of_its_regime_when_a_new_one_is_published()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var pinned = await site.ReadAsync(db => db.Cycles.Select(c => c.RegimeVersionId).SingleAsync());
        await site.ChangeAsync(async db =>
        {
            var old = await db.RegimeVersions.AsNoTracking().SingleAsync(v => v.Id == pinned);
            db.RegimeVersions.Add(new RegimeVersion { RegimeId = old.RegimeId, Number = old.Number + 1, Sha256 = "other", Document = old.Document, PublishedAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });

        await given.ACycleAsync();

        Assert.That(await site.ReadAsync(db => db.Cycles.Select(c => c.RegimeVersionId).SingleAsync()), Is.EqualTo(pinned));
    }

    static TestCaseData Case(string name, string path, Func<SubmitDossier, SubmitDossier> change) => new TestCaseData(path, change).SetArgDisplayNames(name);
}
