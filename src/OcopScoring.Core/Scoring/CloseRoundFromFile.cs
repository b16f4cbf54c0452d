using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Closes the open round of a council with the sheets of a file (`ocop-sheets/1`), whose seats take the place of those convened.</summary>
/// <param name="Sheets">The document's bytes.</param>
/// <param name="FileName">Named in errors.</param>
public sealed record CloseRoundFromFile(TaskId Task, ReadOnlyMemory<byte> Sheets, string FileName, string? Note = null) : ICommand<TaskDone>;

public sealed class CloseRoundFromFileAuthorizer(OcopDb db) : IAuthorizer<CloseRoundFromFile>
{
    public async Task<Refusal?> Authorize(CloseRoundFromFile request, Actor actor, CancellationToken ct)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.Task, ct);
        return task is null ? Refusals.NotFound : await TaskAuthority.RefusalAsync(db, task, actor, ct);
    }
}

public sealed class CloseRoundFromFileHandler(OcopDb db, WorkflowHost host, RoundClosing closing, CurrentActor current, Now now)
    : MediatR.IRequestHandler<CloseRoundFromFile, Outcome<TaskDone>>
{
    public async Task<Outcome<TaskDone>> Handle(CloseRoundFromFile request, CancellationToken cancellationToken)
    {
        var dossier = await db.Tasks.Where(t => t.Id == request.Task).Select(t => t.DossierId).SingleAsync(cancellationToken);
        var burst = await host.OpenAsync(dossier, cancellationToken);
        var task = await db.Tasks.SingleAsync(t => t.Id == request.Task, cancellationToken);
        if (task.State != TaskState.Open)
            return TaskAuthority.TooLate(task, burst.Regime);
        var reading = ScoreSheetsReader.Read(request.Sheets, burst.Published.Rubric(burst.Dossier.SetNo));
        if (!reading.Ok)
        {
            var fault = reading.Faults[0];
            var message = $"{request.FileName}: {fault.Path}: {fault.Message}";
            return new Refusal("sheets", message, message, path: fault.Path);
        }
        var round = await db.Rounds.Include(r => r.Sheets).SingleAsync(r => r.TaskId == request.Task, cancellationToken);
        db.Sheets.RemoveRange(round.Sheets);
        await db.SaveChangesAsync(cancellationToken);
        round.Sheets.Clear();
        round.Sheets.AddRange(SheetDocuments.ToSheets(round.Id, reading.Value!, now.Instant));
        var deed = new Deed(task.Role, current.Actor.Account?.Value, request.Note);
        if (await closing.CloseAsync(burst, task, round, reading.Value!, deed, cancellationToken) is { } refused)
            return refused;
        return await TaskAuthority.WhereNowAsync(db, burst, cancellationToken);
    }
}
