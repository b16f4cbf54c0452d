using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tasks;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

/// <summary>Keeps tasks, council rounds and timers in step with the bookmarks of an instance.</summary>
public sealed class BookmarkTables(OcopDb db, RoundOpening rounds, Now now)
{
    const string HumanTask = "Ocop.HumanTask";
    const string ScoreByCouncil = "Ocop.ScoreByCouncil";

    public static bool IsTask(Bookmark bookmark) => bookmark.ActivityType is HumanTask or ScoreByCouncil;

    public async Task OpenAsync(Burst burst, Bookmark bookmark, CancellationToken ct)
    {
        var tier = Text(bookmark, "tier");
        var byCouncil = bookmark.ActivityType == ScoreByCouncil;
        var role = byCouncil ? RoleNames.Council : Text(bookmark, "role")!;
        var name = byCouncil ? $"{tier}-council" : Text(bookmark, "task")!;
        var belongsToTier = role != RoleNames.Producer && tier is not null;
        var task = new DossierTask
        {
            DossierId = burst.Dossier.Id,
            Bookmark = bookmark.Id,
            Activity = bookmark.ActivityId,
            Name = name,
            Role = role,
            Tier = belongsToTier ? tier : null,
            LocalityCode = belongsToTier ? burst.Dossier.LocalityAt(burst.Regime.Tier(tier!).LocalityKind) : null,
            Outcomes = [.. bookmark.Outcomes],
            OpenedAt = now.Instant,
            DueAt = bookmark.Due,
        };
        db.Tasks.Add(task);
        if (bookmark is { Due: { } due, DueOutcome: not null })
            AddTimer(burst, bookmark, TimerKind.Due, due);
        foreach (var reminder in bookmark.Reminders)
            AddTimer(burst, bookmark, TimerKind.Reminder, reminder);
        if (byCouncil)
            await rounds.OpenAsync(burst.Dossier, task, ct);
    }

    /// <param name="outcome">Null when the bookmark was withdrawn.</param>
    public async Task CloseAsync(Burst burst, int bookmark, string? outcome, Deed deed, CancellationToken ct)
    {
        await db.Timers.Where(t => t.DossierId == burst.Dossier.Id && t.Bookmark == bookmark).ExecuteDeleteAsync(ct);
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.DossierId == burst.Dossier.Id && t.Bookmark == bookmark, ct);
        if (task is null)
            return;
        burst.LastTier = task.Tier ?? burst.LastTier;
        task.State = outcome is null ? TaskState.Withdrawn : TaskState.Done;
        task.Outcome = outcome;
        task.Note = deed.Note;
        task.ClosedAt = now.Instant;
        task.ClosedBy = deed.Account;
        task.ClosedOrder = outcome is null ? null : ++burst.Instance.ClosedTasks;
    }

    void AddTimer(Burst burst, Bookmark bookmark, TimerKind kind, DateTimeOffset at) => db.Timers.Add(new WorkflowTimer
    {
        DossierId = burst.Dossier.Id,
        Bookmark = bookmark.Id,
        Kind = kind,
        DueAt = at.ToUniversalTime(),
    });

    static string? Text(Bookmark bookmark, string input) => bookmark.Inputs[input]?.GetValue<string>();
}
