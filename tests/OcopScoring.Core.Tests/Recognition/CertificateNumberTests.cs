using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Tests.Setting;

namespace OcopScoring.Core.Tests.Recognition;

public sealed class CertificateNumberTests
{
    [Test]
    public async Task Decisions_at_once_take_numbers_without_gap_and_without_double()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossiers = new List<DossierId>();
        for (var i = 0; i < 12; i++)
        {
            dossiers.Add(await given.ADossierAtTheCouncilAsync());
            await given.ScoreAsync(dossiers[i], 75, 75, 75);
        }

        await Task.WhenAll(dossiers.Select(d => given.DoAsync(d, "province-decision", "Approved")));

        var serials = await site.ReadAsync(db => db.Certificates.Select(c => c.Serial).OrderBy(s => s).ToListAsync());
        Assert.That(serials, Is.EqualTo(Enumerable.Range(1, 12)));
    }

    [Test]
    public async Task A_certificate_that_does_not_fit_is_refused_before_a_number_is_taken()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var tooLong = await given.ADossierAtTheCouncilAsync(d => d with { Product = d.Product with { Name = new string('a', 201) } });
        var good = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(tooLong, 75, 75, 75);
        await given.ScoreAsync(good, 75, 75, 75);

        var refused = await given.TryAsync(tooLong, "province-decision", "Approved");
        await given.DoAsync(good, "province-decision", "Approved");

        Assert.That(refused.Refusal?.Code, Is.EqualTo("certificate-does-not-fit"));
        Assert.That((await given.OpenTaskAsync(tooLong)).Name, Is.EqualTo("province-decision"));
        var number = await site.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync());
        Assert.That(number, Is.EqualTo("0001/2026/GCN-OCOP-68"));
    }

    [Test]
    public async Task A_certificate_is_valid_for_36_months_to_the_same_day()
    {
        await using var site = await TestSite.OpenAsync("2026-08-31");
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(dossier, 55, 55, 55);
        await given.DoAsync(dossier, "province-decision", "Approved");

        var certificate = await site.ReadAsync(db => db.Certificates.SingleAsync());

        Assert.That((certificate.IssuedOn, certificate.ValidUntil), Is.EqualTo((new DateOnly(2026, 8, 31), new DateOnly(2029, 8, 31))));
        Assert.That(certificate.StateOn(new DateOnly(2029, 8, 31)), Is.EqualTo(CertificateState.InForce));
        Assert.That(certificate.StateOn(new DateOnly(2029, 9, 1)), Is.EqualTo(CertificateState.Expired));
    }

    [Test]
    public async Task A_first_dossier_for_a_product_with_a_certificate_in_force_is_refused_without_regard_to_case_and_spaces()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAtTheCouncilAsync(d => d with { Product = d.Product with { Name = "Chè  Xanh" } });
        await given.ScoreAsync(dossier, 55, 55, 55);
        await given.DoAsync(dossier, "province-decision", "Approved");

        var again = await given.SubmitAsync(d => d with { Product = d.Product with { Name = "chè xanh " } });

        Assert.That(again.Refusal?.Code, Is.EqualTo("already-recognised"));
        Assert.That(again.Refusal?.Message.En, Does.Contain("upgrade"));
    }

    [Test]
    public async Task An_upgrade_supersedes_the_former_certificate_from_its_day()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var first = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(first, 55, 55, 55);
        await given.DoAsync(first, "province-decision", "Approved");
        var former = await site.ReadAsync(db => db.Certificates.AsNoTracking().SingleAsync());

        await site.MoveToAsync("2026-10-01");
        var upgrade = await given.ADossierAtTheCouncilAsync(d => d with { Kind = "upgrade", PreviousCertificate = former.Number });
        await given.ScoreAsync(upgrade, 98, 97, 98);

        Assert.That(await site.ReadAsync(db => db.Certificates.Where(c => c.SupersededById != null).CountAsync()), Is.Zero, "not before the decision");
        await Recognise(given, upgrade);
        var old = await site.ReadAsync(db => db.Certificates.SingleAsync(c => c.Number == former.Number));
        Assert.That(old.StateOn(new DateOnly(2026, 9, 30)), Is.EqualTo(CertificateState.InForce));
        Assert.That(old.StateOn(new DateOnly(2026, 10, 1)), Is.EqualTo(CertificateState.Superseded));
    }

    [Test]
    public async Task An_upgrade_without_more_stars_is_closed_without_a_decision_and_the_certificate_stays()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var first = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(first, 55, 55, 55);
        await given.DoAsync(first, "province-decision", "Approved");
        var former = await site.ReadAsync(db => db.Certificates.AsNoTracking().SingleAsync());

        var upgrade = await given.ADossierAtTheCouncilAsync(d => d with { Kind = "upgrade", PreviousCertificate = former.Number });
        var closed = await given.ScoreAsync(upgrade, 60, 60, 60);

        Assert.That(closed.Value.State, Is.EqualTo(DossierState.NotRecognised));
        Assert.That(await site.ReadAsync(db => db.Certificates.SingleAsync()), Has.Property("SupersededById").Null);
    }

    /// <summary>Takes a result of whatever stars to its recognition.</summary>
    static async Task Recognise(Given given, DossierId dossier)
    {
        var task = await given.OpenTaskAsync(dossier);
        if (task.Name == "province-approval")
        {
            await given.DoAsync(dossier, "province-approval", "Approved");
            await given.DoAsync(dossier, "central-reception", "Accepted");
            await given.DoAsync(dossier, "central-advisory", "Ready");
            await given.ScoreAsync(dossier, 98, 97, 98);
            task = await given.OpenTaskAsync(dossier);
        }
        await given.DoAsync(dossier, task.Name, "Approved");
    }
}
