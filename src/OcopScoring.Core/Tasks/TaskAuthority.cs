using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Tasks;

/// <summary>Who may do a task, and what those are told who may not, or who came too late.</summary>
public static class TaskAuthority
{
    public static async Task<Refusal?> RefusalAsync(OcopDb db, DossierTask task, Actor actor, CancellationToken ct)
    {
        var allowed = task.Role switch
        {
            RoleNames.Producer => await IsProducerAsync(db, task, actor, ct),
            RoleNames.Council => actor.Holds(RoleNames.Council, task.LocalityCode) || await IsPresidingAsync(db, task, actor, ct),
            _ => actor.Holds(task.Role, task.LocalityCode),
        };
        return allowed ? null : new Refusal("not-yours", $"Việc này thuộc vai trò {task.Role}.", $"This task belongs to the role {task.Role}.");
    }

    /// <summary>Somebody else was faster: says when, in which role, with which outcome.</summary>
    public static Refusal TooLate(DossierTask task, Regime regime)
    {
        var title = regime.Task(task.Name).Title;
        var at = task.ClosedAt?.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new Refusal("too-late",
            $"“{title.Vi}” đã xong lúc {at} ({task.Role}: {task.Outcome ?? "rút"}).",
            $"“{title.En}” was closed at {at} ({task.Role}: {task.Outcome ?? "withdrawn"}).");
    }

    public static async Task<TaskDone> WhereNowAsync(OcopDb db, Burst burst, CancellationToken ct) => new(
        burst.Dossier.Id,
        burst.Dossier.Code,
        burst.Dossier.State,
        await db.Tasks.Where(t => t.DossierId == burst.Dossier.Id && t.State == TaskState.Open).OrderBy(t => t.Bookmark).Select(t => t.Name).ToListAsync(ct));

    static async Task<bool> IsProducerAsync(OcopDb db, DossierTask task, Actor actor, CancellationToken ct)
    {
        var producer = await db.Dossiers.Where(d => d.Id == task.DossierId).Select(d => d.ProducerId).SingleAsync(ct);
        return actor.Roles.Any(r => r.Role == RoleNames.Producer && r.Producer == producer);
    }

    /// <summary>The chair and the secretary of the round close it.</summary>
    static async Task<bool> IsPresidingAsync(OcopDb db, DossierTask task, Actor actor, CancellationToken ct) =>
        actor.Account is { } account && await db.Rounds.Where(r => r.TaskId == task.Id)
            .SelectMany(r => r.Sheets).AnyAsync(s => s.AccountId == account.Value && (s.Role == "chair" || s.Role == "secretary"), ct);
}
