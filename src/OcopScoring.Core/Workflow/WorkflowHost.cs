using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

/// <summary>
/// Carries out the engine's decisions on the database. A burst is one stimulus and everything that follows from it without a
/// person: it runs inside the command's transaction with the instance's row locked, and leaves state, journal, tasks, timers
/// and outbox in the same commit.
/// </summary>
public sealed class WorkflowHost(OcopDb db, RegimeLibrary regimes, HostActivities activities, BookmarkTables tables, Now now)
{
    static readonly WorkingCalendar Calendar = new([]);

    public async Task<Refusal?> StartAsync(Dossier dossier, PublishedRegime published, string workflow, IReadOnlyDictionary<string, JsonNode?> inputs, CancellationToken ct)
    {
        var burst = new Burst
        {
            Dossier = dossier,
            Published = published,
            Definition = published.Workflow(workflow),
            Instance = new WorkflowInstance
            {
                DossierId = dossier.Id,
                WorkflowVersionId = published.WorkflowVersionId(workflow),
                State = "",
                Status = "",
            },
        };
        db.Instances.Add(burst.Instance);
        return await RunAsync(burst, new Stimulus.Start(inputs), Deed.OfTheProgram, ct);
    }

    /// <summary>Locks the dossier's instance until the transaction ends.</summary>
    public async Task<Burst> OpenAsync(DossierId id, CancellationToken ct)
    {
        var instance = (await db.Instances.FromSql($"select * from workflow_instances where dossier_id = {id.Value} for update").ToListAsync(ct)).Single();
        await db.Entry(instance).ReloadAsync(ct);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, ct);
        var published = await regimes.OfCycleAsync(db, dossier.CycleId, ct);
        var definition = published.Workflow(instance.WorkflowVersionId);
        return new Burst
        {
            Dossier = dossier,
            Instance = instance,
            Published = published,
            Definition = definition,
            State = WorkflowState.FromJson(Encoding.UTF8.GetBytes(instance.State), definition),
        };
    }

    public Task<Refusal?> ResumeAsync(Burst burst, int bookmark, string outcome, JsonNode? result, Deed deed, CancellationToken ct)
    {
        if (burst.Reasons is null && !string.IsNullOrWhiteSpace(deed.Note))
            burst.Reasons = new Text(deed.Note, deed.Note);
        return RunAsync(burst, new Stimulus.Resume(bookmark, outcome, result), deed, ct);
    }

    public Task<Refusal?> FireAsync(Burst burst, int bookmark, CancellationToken ct) =>
        RunAsync(burst, new Stimulus.TimerFired(bookmark), Deed.OfTheProgram, ct);

    async Task<Refusal?> RunAsync(Burst burst, Stimulus stimulus, Deed deed, CancellationToken ct)
    {
        if (await StepAsync(burst, stimulus, deed, ct) is { } refused)
            return refused;
        while (burst.Automatic.TryDequeue(out var bookmark))
        {
            if (burst.State!.FindBookmark(bookmark.Id) is null)
                continue;
            var done = await activities.RunAsync(burst, bookmark, ct);
            if (done.Refusal is { } refusal)
                return refusal;
            if (await StepAsync(burst, new Stimulus.Resume(bookmark.Id, done.Value.Outcome, done.Value.Output), Deed.OfTheProgram, ct) is { } stuck)
                return stuck;
        }
        return null;
    }

    async Task<Refusal?> StepAsync(Burst burst, Stimulus stimulus, Deed deed, CancellationToken ct)
    {
        var before = burst.State;
        var decision = Engine.Decide(burst.Definition, before, stimulus, new EngineContext(now.Instant, Calendar, burst.Dossier.Id.Value.ToString()));
        if (decision.Refusal is { } refused)
            return new Refusal("too-late", "Việc này không còn mở: đã có người làm hoặc đã quá hạn.", $"This is no longer open: {refused.Message}");
        burst.State = decision.State;
        burst.Instance.State = Encoding.UTF8.GetString(decision.State.ToJson());
        burst.Instance.Status = decision.State.Status.ToString().ToLowerInvariant();
        db.Journal.Add(JournalWriter.Next(burst.Instance, stimulus, before, deed, now.Instant));
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case Effect.BookmarkClosed closed:
                    await tables.CloseAsync(burst, closed.BookmarkId, OutcomeOf(stimulus, closed.BookmarkId, before), deed, ct);
                    break;
                case Effect.BookmarkOpened { Bookmark: var bookmark } when BookmarkTables.IsTask(bookmark):
                    await tables.OpenAsync(burst, bookmark, ct);
                    break;
                case Effect.BookmarkOpened { Bookmark: var bookmark }:
                    burst.Automatic.Enqueue(bookmark);
                    break;
            }
        }
        // Later reads of the same burst must see the rows of this step.
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>The outcome with which a bookmark was closed; null when it was withdrawn.</summary>
    static string? OutcomeOf(Stimulus stimulus, int bookmark, WorkflowState? before) => stimulus switch
    {
        Stimulus.Resume resume when resume.BookmarkId == bookmark => resume.Outcome,
        Stimulus.TimerFired timer when timer.BookmarkId == bookmark => before?.FindBookmark(bookmark)?.DueOutcome,
        _ => null,
    };
}
