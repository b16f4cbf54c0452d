using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Tasks;

/// <summary>Does an open task with one of its outcomes. A council's task is not done so: its outcome is computed when the round is closed.</summary>
public sealed record CompleteTask(TaskId Task, string Outcome, string? Note, SupplementInput? Supplement = null, string? IdempotencyKey = null) : ICommand<TaskDone>;

/// <summary>What a producer adds when asked for more: evidence, and leaves of the self-assessment replaced one by one.</summary>
public sealed record SupplementInput(IReadOnlyList<EvidenceInput> Evidence, IReadOnlyDictionary<string, string?> SelfAssessment);

/// <summary>Where the dossier is now.</summary>
public sealed record TaskDone(DossierId Dossier, string DossierCode, DossierState State, IReadOnlyList<string> OpenTasks);

public sealed class CompleteTaskAuthorizer(OcopDb db) : IAuthorizer<CompleteTask>
{
    public async Task<Refusal?> Authorize(CompleteTask request, Actor actor, CancellationToken ct)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.Task, ct);
        return task is null ? Refusals.NotFound : await TaskAuthority.RefusalAsync(db, task, actor, ct);
    }
}

public sealed class CompleteTaskHandler(OcopDb db, WorkflowHost host, CurrentActor current, Now now) : MediatR.IRequestHandler<CompleteTask, Outcome<TaskDone>>
{
    public async Task<Outcome<TaskDone>> Handle(CompleteTask request, CancellationToken cancellationToken)
    {
        var found = await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == request.Task, cancellationToken);
        var burst = await host.OpenAsync(found.DossierId, cancellationToken);
        var task = await db.Tasks.SingleAsync(t => t.Id == request.Task, cancellationToken);
        if (task.State != TaskState.Open)
            return TaskAuthority.TooLate(task, burst.Regime);
        if (OutcomeFault(burst, task, request.Outcome) is { } unknown)
            return unknown;
        if (await SiteVisit.RefusalAsync(db, burst, task, request.Outcome, cancellationToken) is { } visitFirst)
            return visitFirst;
        if (request.Supplement is { } supplement && await AddAsync(burst, task, supplement, cancellationToken) is { } refused)
            return refused;
        var deed = new Deed(task.Role, current.Actor.Account?.Value, request.Note);
        if (await host.ResumeAsync(burst, task.Bookmark, request.Outcome, null, deed, cancellationToken) is { } tooLate)
            return tooLate;
        return await TaskAuthority.WhereNowAsync(db, burst, cancellationToken);
    }

    /// <summary>A council's outcome is computed, and that of a due time comes by itself: nobody chooses them.</summary>
    static Refusal? OutcomeFault(Burst burst, DossierTask task, string outcome)
    {
        var byItself = burst.State!.FindBookmark(task.Bookmark)?.DueOutcome;
        var choices = task.Role == RoleNames.Council ? [] : task.Outcomes.Where(o => o != byItself).ToList();
        return choices.Contains(outcome) ? null : new Refusal("outcome",
            $"Việc này không có kết quả '{outcome}'; có thể chọn: {string.Join(", ", choices)}.",
            $"The task {task.Name} has no outcome '{outcome}'; to choose from are {string.Join(", ", choices)}.", path: "outcome");
    }

    async Task<Refusal?> AddAsync(Burst burst, DossierTask task, SupplementInput supplement, CancellationToken ct)
    {
        if (task.Role != RoleNames.Producer)
            return new Refusal("supplement", "Chỉ chủ thể bổ sung hồ sơ.", "Only the producer supplements a dossier.", path: "evidence");
        var rubric = burst.Published.Rubric(burst.Dossier.SetNo);
        if (EvidenceInput.Check(supplement.Evidence, rubric) is { } bad)
            return bad;
        if (supplement.SelfAssessment.Count > 0)
        {
            using var before = JsonDocument.Parse(burst.Dossier.SelfAssessment);
            var choices = ChoicesReader.Read(before.RootElement, rubric, "selfAssessment").OrThrow().With(supplement.SelfAssessment, "selfAssessment");
            if (!choices.Ok)
                return new Refusal("self-assessment", "Bản tự đánh giá không hợp lệ.", choices.Faults[0].Message, path: choices.Faults[0].Path);
            burst.Dossier.SelfAssessment = choices.Value!.ToJson();
        }
        await EvidenceInput.AddAsync(db, burst.Dossier.Id, supplement.Evidence, now.Instant, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
