using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.Tests.Setting;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Tests.Tasks;

public sealed class CompleteTaskTests
{
    [Test]
    public async Task Eight_who_do_one_task_at_once_do_it_once_and_seven_are_told_they_came_too_late()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        var task = await given.OpenTaskAsync(dossier);
        var officer = await given.ActorForAsync(dossier, task);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.SendAsync(new CompleteTask(task.Id, "Endorsed", null), officer)));

        Assert.That(answers.Count(a => a.Refusal is null), Is.EqualTo(1));
        Assert.That(answers.Where(a => a.Refusal is not null).Select(a => a.Refusal!.Code), Is.All.EqualTo("too-late"));
        Assert.That((await given.OpenTaskAsync(dossier)).Name, Is.EqualTo("province-reception"));
        Assert.That(await site.ReadAsync(db => db.Tasks.CountAsync(t => t.DossierId == dossier && t.Name == "province-reception")), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_command_twice_has_its_effect_once_and_answers_both_times_the_same()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        var task = await given.OpenTaskAsync(dossier);
        var officer = await given.ActorForAsync(dossier, task);
        var command = new CompleteTask(task.Id, "Endorsed", null, IdempotencyKey: "k1");

        var first = await site.SendAsync(command, officer);
        var second = await site.SendAsync(command, officer);

        Assert.That(second.Value.OpenTasks, Is.EqualTo(first.Value.OpenTasks));
        Assert.That(await site.ReadAsync(db => db.Journal.CountAsync(j => j.DossierId == dossier && j.Task == "commune-appraisal")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_was_used_for_another_command_is_refused()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        var task = await given.OpenTaskAsync(dossier);
        await site.ChangeAsync(async db =>
        {
            db.Add(new CommandKey { Key = "k1", UseCase = "SomethingElse", At = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
        });

        var answer = await site.SendAsync(new CompleteTask(task.Id, "Endorsed", null, IdempotencyKey: "k1"), await given.ActorForAsync(dossier, task));

        Assert.That(answer.Refusal?.Code, Is.EqualTo("key-reused"));
    }

    [TestCase("Approved")]
    [TestCase("endorsed")]
    [TestCase("")]
    public async Task An_outcome_that_the_task_does_not_have_is_refused_and_changes_nothing(string outcome)
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();

        var answer = await given.TryAsync(dossier, "commune-appraisal", outcome);

        Assert.That(answer.Refusal?.Code, Is.EqualTo("outcome"));
        Assert.That(await site.ReadAsync(db => db.Journal.CountAsync(j => j.Task != null)), Is.Zero);
    }

    [Test]
    public async Task Nobody_chooses_the_outcome_of_a_due_time()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");

        var answer = await given.TryAsync(dossier, "supplement", "Expired");

        Assert.That(answer.Refusal?.Code, Is.EqualTo("outcome"));
    }

    [Test]
    public async Task An_officer_of_another_commune_is_refused()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        var task = await given.OpenTaskAsync(dossier);

        var answer = await site.SendAsync(new CompleteTask(task.Id, "Endorsed", null), Actor.Playing("commune-officer", "00004"));

        Assert.That(answer.Refusal?.Code, Is.EqualTo("not-yours"));
    }

    [Test]
    public async Task Another_producer_cannot_supplement_the_dossier()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");
        var task = await given.OpenTaskAsync(dossier);
        var other = new Actor(null, "script", [new HeldRole("producer", null, ProducerId.New())]);

        var answer = await site.SendAsync(new CompleteTask(task.Id, "Resubmitted", null), other);

        Assert.That(answer.Refusal?.Code, Is.EqualTo("not-yours"));
    }

    [Test]
    public async Task A_supplement_brings_evidence_and_goes_back_to_the_task_that_asked()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Endorsed");
        await given.DoAsync(dossier, "province-reception", "Returned");

        var leaf = given.Rubric.Leaves[0];
        var best = leaf.Options.MaxBy(o => o.Points)!.Id;
        await given.DoAsync(dossier, "supplement", "Resubmitted",
            new SupplementInput([await given.AnEvidenceAsync(leaf.Id)], new Dictionary<string, string?> { [leaf.Id] = best }));

        Assert.That((await given.OpenTaskAsync(dossier)).Name, Is.EqualTo("province-reception"));
        var stored = await site.ReadAsync(db => db.Dossiers.Include(d => d.Evidence).SingleAsync(d => d.Id == dossier));
        Assert.That(stored.Evidence.Select(e => e.Criterion), Is.EqualTo([leaf.Id]));
        Assert.That(stored.SelfAssessment, Does.Contain(best));
    }

    [Test]
    public async Task A_tourism_service_is_visited_before_the_advisory_team_calls_it_ready()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync(set: 26);
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Endorsed");
        await given.DoAsync(dossier, "province-reception", "Accepted");

        var tooEarly = await given.TryAsync(dossier, "province-advisory", "Ready");
        await given.DoAsync(dossier, "province-advisory", "SiteVisit");
        await given.DoAsync(dossier, "province-site-visit", "Reported");
        var ready = await given.DoAsync(dossier, "province-advisory", "Ready");

        Assert.That(tooEarly.Refusal?.Code, Is.EqualTo("visit-first"));
        Assert.That(ready.OpenTasks, Is.EqualTo(["province-council"]));
    }

    [Test]
    public async Task Withdrawing_closes_the_dossier_and_leaves_no_open_task()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAsync();
        await given.DoAsync(dossier, "commune-appraisal", "Returned");

        var done = await given.DoAsync(dossier, "supplement", "Withdrawn");

        Assert.That((done.State, done.OpenTasks.Count), Is.EqualTo((DossierState.Withdrawn, 0)));
        Assert.That(await site.ReadAsync(db => db.Timers.CountAsync()), Is.Zero);
    }
}
