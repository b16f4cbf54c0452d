using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Tasks;

/// <summary>A task as whoever does it needs it: guidance with its clause, outcomes with what follows from each, what was asked before.</summary>
public sealed record TaskPage(DossierId Dossier, TaskId Task) : IQuery<TaskToDo>;

/// <param name="Closed">Who was faster, when the task is no longer open.</param>
/// <param name="Request">For a supplement: what the one who asked wrote.</param>
/// <param name="Supplement">For a supplement only.</param>
public sealed record TaskToDo(
    DossierHead Head,
    TaskId Id,
    RegimeTask Task,
    Text Guidance,
    Text RoleTitle,
    DateTimeOffset? DueAt,
    ClosedTask? Closed,
    IReadOnlyList<RegimeOutcome> Outcomes,
    TaskReport? Request,
    SupplementForm? Supplement);

public sealed record ClosedTask(Text RoleTitle, string? Who, DateTimeOffset At, Text? Outcome);

/// <param name="Claims">Leaf → option claimed now, or null.</param>
public sealed record SupplementForm(MissingEvidence Missing, Rubric Rubric, IReadOnlyDictionary<string, string?> Claims);

public sealed class TaskPageAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<TaskPage>
{
    public async Task<Refusal?> Authorize(TaskPage request, Actor actor, CancellationToken ct)
    {
        if (await DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct) is { } unseen)
            return unseen;
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.Task && t.DossierId == request.Dossier, ct);
        if (task is null)
            return Refusals.NotFound;
        if (await TaskAuthority.RefusalAsync(db, task, actor, ct) is null)
            return null;
        var cycle = await db.Dossiers.Where(d => d.Id == request.Dossier).Select(d => d.CycleId).SingleAsync(ct);
        var role = (await regimes.OfCycleAsync(db, cycle, ct)).Regime.Role(task.Role).Title;
        return new Refusal("not-yours", $"Việc này thuộc về: {role.Vi}.", $"This task belongs to: {role.En}.");
    }
}

public sealed class TaskPageHandler(OcopDb db, RegimeLibrary regimes, Completeness completeness, CurrentActor current, Now now) : IRequestHandler<TaskPage, Outcome<TaskToDo>>
{
    public async Task<Outcome<TaskToDo>> Handle(TaskPage request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var task = await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == request.Task, cancellationToken);
        var head = await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken);
        var known = head.Regime.Task(task.Name);
        return new TaskToDo(
            head,
            task.Id,
            known,
            head.Regime.Guidance(task.Name, dossier.Kind),
            head.Regime.Role(task.Role).Title,
            task.DueAt,
            task.State == TaskState.Open ? null : await ClosedAsync(task, head, known, cancellationToken),
            [.. known.Outcomes.Where(o => task.Outcomes.Contains(o.Id))],
            task.Role == RoleNames.Producer ? await RequestAsync(task, head.Regime, cancellationToken) : null,
            task.Role == RoleNames.Producer ? await SupplementAsync(dossier, cancellationToken) : null);
    }

    async Task<ClosedTask> ClosedAsync(DossierTask task, DossierHead head, RegimeTask known, CancellationToken ct)
    {
        var who = head.ForOfficials ? await db.Users.Where(a => a.Id == task.ClosedBy).Select(a => a.DisplayName).SingleOrDefaultAsync(ct) : null;
        return new ClosedTask(head.Regime.Role(task.Role).Title, who, task.ClosedAt!.Value, known.FindOutcome(task.Outcome)?.Action);
    }

    /// <summary>The report whose outcome opened the supplement; none when the completeness check did.</summary>
    async Task<TaskReport?> RequestAsync(DossierTask supplement, Regime regime, CancellationToken ct)
    {
        var asked = await db.Tasks.AsNoTracking()
            .Where(t => t.DossierId == supplement.DossierId && t.ClosedAt == supplement.OpenedAt && t.Role != RoleNames.Producer)
            .OrderByDescending(t => t.ClosedOrder).FirstOrDefaultAsync(ct);
        if (asked is null)
            return null;
        var known = regime.Task(asked.Name);
        return new TaskReport(known.Title, known.FindOutcome(asked.Outcome)?.Action, regime.Role(asked.Role).Title, null, asked.ClosedAt!.Value, asked.Note ?? "", known.Clause);
    }

    async Task<SupplementForm> SupplementAsync(Dossier dossier, CancellationToken ct)
    {
        var rubric = (await regimes.OfCycleAsync(db, dossier.CycleId, ct)).Rubric(dossier.SetNo);
        return new SupplementForm(
            MissingEvidence.Of(await completeness.MissingAsync(dossier, rubric, ct), rubric),
            rubric,
            JsonSerializer.Deserialize<Dictionary<string, string?>>(dossier.SelfAssessment)!);
    }
}
