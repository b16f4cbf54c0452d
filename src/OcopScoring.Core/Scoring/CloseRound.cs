using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Scoring;

/// <summary>Closes the open round of a council. Sheets that were not submitted count as absent.</summary>
public sealed record CloseRound(RoundId Round, string? Note = null, string? IdempotencyKey = null) : ICommand<TaskDone>;

public sealed class CloseRoundAuthorizer(OcopDb db) : IAuthorizer<CloseRound>
{
    public async Task<Refusal?> Authorize(CloseRound request, Actor actor, CancellationToken ct)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => db.Rounds.Any(r => r.Id == request.Round && r.TaskId == t.Id), ct);
        if (task is null)
            return Refusals.NotFound;
        // Of people only the chair and the secretary of this very round; a script plays the council as a whole.
        if (!actor.IsSignedIn)
            return await TaskAuthority.RefusalAsync(db, task, actor, ct);
        return await RoundAccess.PresidesAsync(db, request.Round, actor, ct)
            ? null
            : new Refusal("not-yours", "Chỉ Chủ tịch và Thư ký Hội đồng của phiên chấm được kết thúc phiên.", "Only the chair and the secretary of the round's council may close it.");
    }
}

public sealed class CloseRoundHandler(OcopDb db, WorkflowHost host, RoundClosing closing, CurrentActor current) : MediatR.IRequestHandler<CloseRound, Outcome<TaskDone>>
{
    public async Task<Outcome<TaskDone>> Handle(CloseRound request, CancellationToken cancellationToken)
    {
        var dossier = await db.Rounds.Where(r => r.Id == request.Round).Select(r => r.DossierId).SingleAsync(cancellationToken);
        var burst = await host.OpenAsync(dossier, cancellationToken);
        var round = await db.Rounds.Include(r => r.Sheets).SingleAsync(r => r.Id == request.Round, cancellationToken);
        var task = await db.Tasks.SingleAsync(t => t.Id == round.TaskId, cancellationToken);
        if (task.State != TaskState.Open)
            return TaskAuthority.TooLate(task, burst.Regime);
        if (!round.Sheets.Any(s => s.Voting))
            return new Refusal("no-council", "Hội đồng chưa có thành viên biểu quyết.", "The council has no voting seat yet.");
        var sheets = SheetDocuments.Of(round, burst.Published.Rubric(burst.Dossier.SetNo));
        var deed = new Deed(task.Role, current.Actor.Account?.Value, request.Note);
        if (await closing.CloseAsync(burst, task, round, sheets, deed, cancellationToken) is { } refused)
            return refused;
        return await TaskAuthority.WhereNowAsync(db, burst, cancellationToken);
    }
}
