using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Cli.Evaluation;

/// <summary>What stopped a dossier; the message is for a person and names the file and path.</summary>
sealed class Stopped(string message) : Exception(message);

/// <summary>Plays the script of one dossier that was taken in, on the dossier's own clock, through the same use cases as the pages.</summary>
sealed class ScriptPlayer(IServiceScopeFactory scopes, string folder)
{
    /// <exception cref="Stopped">An entry could not be carried out; those before it are.</exception>
    public async Task PlayAsync(DossierFile file, DossierId dossier, CancellationToken ct)
    {
        var next = await BeginAsync(dossier, file.Script.Count, ct);
        try
        {
            for (var position = next; position < file.Script.Count; position++)
                await PlayAsync(file, dossier, position, ct);
        }
        catch (Stopped)
        {
            await EndAsync(dossier, ct);
            throw;
        }
        if (next < file.Script.Count || file.Script.Count == 0)
            await EndAsync(dossier, ct);
    }

    async Task PlayAsync(DossierFile file, DossierId dossier, int position, CancellationToken ct)
    {
        var entry = file.Script[position];
        var at = Now.MorningOf(entry.On);
        await FireDueAsync(dossier, at, ct);
        await using var scope = Scope(at);
        var db = scope.ServiceProvider.GetRequiredService<OcopDb>();
        IRequest<Outcome<TaskDone>>? deed = null;
        if (entry.Task is { } name)
        {
            var task = await OpenTaskAsync(db, file, dossier, entry, name, ct);
            deed = entry.Sheets is null ? await CompletionAsync(scope.ServiceProvider, file, entry, task, ct) : await ClosingAsync(file, entry, task, ct);
            var producer = task.Role == RoleNames.Producer ? await db.Dossiers.Where(d => d.Id == dossier).Select(d => (ProducerId?)d.ProducerId).SingleAsync(ct) : null;
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(null, "script", [new HeldRole(task.Role, task.LocalityCode, producer)]);
        }
        else
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        }
        var played = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PlayScriptEntry(dossier, position, deed), ct);
        if (played.Refusal is { } refusal)
            throw new Stopped($"{file.File}: {PathOf(entry, refusal)}: {refusal.Message.En}");
    }

    /// <summary>Fires what falls due up to an instant, each at its own due time.</summary>
    async Task FireDueAsync(DossierId dossier, DateTimeOffset until, CancellationToken ct)
    {
        while (true)
        {
            await using var look = scopes.CreateAsyncScope();
            var due = await look.ServiceProvider.GetRequiredService<OcopDb>().Timers.AsNoTracking()
                .Where(t => t.DossierId == dossier && t.DueAt <= until).OrderBy(t => t.DueAt).ThenBy(t => t.Kind).FirstOrDefaultAsync(ct);
            if (due is null)
                return;
            await using var scope = Scope(due.DueAt);
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var fired = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FireTimer(due.DossierId, due.Bookmark, due.Kind, due.DueAt), ct);
            if (fired.Refusal is { } refusal)
                throw new Stopped(refusal.Message.En);
        }
    }

    static async Task<DossierTask> OpenTaskAsync(OcopDb db, DossierFile file, DossierId dossier, ScriptEntry entry, string name, CancellationToken ct)
    {
        var open = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier && t.State == TaskState.Open).ToListAsync(ct);
        if (open.Find(t => t.Name == name) is { } task)
            return task;
        var state = await db.Dossiers.Where(d => d.Id == dossier).Select(d => d.State).SingleAsync(ct);
        throw new Stopped(open.Count > 0
            ? $"{file.File}: {entry.Path}.task: The entry names the task '{name}', but the open task is '{string.Join("', '", open.Select(t => t.Name))}'."
            : $"{file.File}: {entry.Path}.task: The entry names the task '{name}', but no task is open: the dossier is {DossierStates.NameOf(state)}.");
    }

    async Task<CompleteTask> CompletionAsync(IServiceProvider services, DossierFile file, ScriptEntry entry, DossierTask task, CancellationToken ct)
    {
        if (task.Role == RoleNames.Council)
            throw new Stopped($"{file.File}: {entry.Path}.sheets: The property 'sheets' is missing: the outcome of a council is computed from its sheets.");
        var evidence = await EvidenceFiles.ReceiveAsync(services.GetRequiredService<EvidenceIntake>(), folder, file.File, entry.Evidence, ct);
        var supplement = evidence.Count + entry.SelfAssessment.Count > 0 ? new SupplementInput(evidence, entry.SelfAssessment) : null;
        return new CompleteTask(task.Id, entry.Outcome!, entry.Note, supplement);
    }

    async Task<CloseRoundFromFile> ClosingAsync(DossierFile file, ScriptEntry entry, DossierTask task, CancellationToken ct)
    {
        if (task.Role != RoleNames.Council)
            throw new Stopped($"{file.File}: {entry.Path}.sheets: The task '{task.Name}' is no council's: it has an outcome, not sheets.");
        var path = EvidenceFiles.Locate(folder, entry.Sheets!)
            ?? throw new Stopped($"{file.File}: {entry.Path}.sheets: There is no file '{entry.Sheets}' in the folder.");
        return new CloseRoundFromFile(task.Id, await File.ReadAllBytesAsync(path, ct), entry.Sheets!, entry.Note);
    }

    /// <summary>Faults in sheets carry their own file and path already.</summary>
    static string PathOf(ScriptEntry entry, Refusal refusal) => refusal.Code switch
    {
        "sheets" => $"{entry.Path}.sheets",
        _ when refusal.Path is { } inner => $"{entry.Path}.{inner}",
        _ => entry.Path,
    };

    AsyncServiceScope Scope(DateTimeOffset at)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Now>().PlayAt(at);
        return scope;
    }

    /// <summary>Takes the dossier's clock, when there is something to play; answers where the script goes on.</summary>
    async Task<int> BeginAsync(DossierId id, int entries, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OcopDb>();
        await db.Dossiers.Where(d => d.Id == id && d.ScriptPosition < entries).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPlayed, true), ct);
        return await db.Dossiers.Where(d => d.Id == id).Select(d => d.ScriptPosition).SingleAsync(ct);
    }

    /// <summary>From now on the dossier lives by the real clock.</summary>
    async Task EndAsync(DossierId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OcopDb>().Dossiers.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPlayed, false), ct);
    }
}
