using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tests.Setting;

namespace OcopScoring.Core.Tests.Workflow;

public sealed class PumpTests
{
    [Test]
    public async Task A_supplement_expires_when_ten_working_days_are_over_and_not_before()
    {
        await using var site = await TestSite.OpenAsync("2026-06-10");
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");

        await site.MoveToAsync("2026-06-24");
        Assert.That(await StateAsync(site, dossier), Is.EqualTo(DossierState.Waiting));
        await site.MoveToAsync("2026-06-25");

        Assert.That(await StateAsync(site, dossier), Is.EqualTo(DossierState.Expired));
    }

    [Test]
    public async Task Two_pumps_fire_a_timer_once()
    {
        await using var site = await TestSite.OpenAsync("2026-06-10");
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");
        site.Clock.SetUtcNow(Now.MorningOf(new DateOnly(2026, 7, 1)));

        await Task.WhenAll(site.BeatAsync(), site.BeatAsync(), site.BeatAsync());

        Assert.That(await site.ReadAsync(db => db.Journal.CountAsync(j => j.DossierId == dossier && j.Kind == "due")), Is.EqualTo(1));
    }

    [Test]
    public async Task The_pump_leaves_the_timers_of_a_dossier_whose_script_is_played()
    {
        await using var site = await TestSite.OpenAsync("2026-06-10");
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync(d => d with { IsPlayed = true });
        await given.DoAsync(dossier, "commune-appraisal", "Returned");

        await site.MoveToAsync("2026-09-01");

        Assert.That(await StateAsync(site, dossier), Is.EqualTo(DossierState.Waiting));
    }

    [Test]
    public async Task A_reminder_is_sent_before_the_supplement_is_due_and_once()
    {
        await using var site = await TestSite.OpenAsync("2026-06-10");
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");

        await site.MoveToAsync("2026-06-22");
        await site.BeatAsync();

        var reminders = await site.ReadAsync(db => db.Notices.Where(n => n.DossierId == dossier && n.Template == "reminder").ToListAsync());
        Assert.That(reminders, Has.Count.EqualTo(1));
        Assert.That((reminders[0].ToRole, reminders[0].BodyVi), Is.EqualTo(("producer", $"Hồ sơ tea-01, sản phẩm Chè xanh số 1: hạn cuối ngày 24/06/2026.")));
    }

    [Test]
    public async Task A_certificate_that_cannot_be_rendered_is_tried_again_until_it_is()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(dossier, 75, 75, 75);
        site.Documents.FailNext(1);
        await given.DoAsync(dossier, "province-decision", "Approved");

        await site.BeatAsync();
        Assert.That(await site.ReadAsync(db => db.Certificates.Select(c => c.PdfSha256).SingleAsync()), Is.Null);
        Assert.That(await site.ReadAsync(db => db.Outbox.Where(m => m.Kind == "certificate").Select(m => m.LastError).SingleAsync()), Is.Not.Null);
        site.Clock.Advance(TimeSpan.FromSeconds(40));
        await site.BeatAsync();

        Assert.That(await site.ReadAsync(db => db.Certificates.Select(c => c.PdfSha256).SingleAsync()), Has.Length.EqualTo(64));
        Assert.That(await site.ReadAsync(db => db.Outbox.CountAsync()), Is.Zero);
    }

    static Task<DossierState> StateAsync(TestSite site, DossierId dossier) => site.ReadAsync(db => db.Dossiers.Where(d => d.Id == dossier).Select(d => d.State).SingleAsync());
}
