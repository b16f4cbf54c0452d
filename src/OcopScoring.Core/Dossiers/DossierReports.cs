using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>
/// What those who handled a dossier wrote: appraisal, advisory and visit reports, reasons of decisions. A producer is shown
/// what was addressed to them: whatever asked for a supplement or ended the dossier.
/// </summary>
public sealed record DossierReports(DossierId Dossier) : IQuery<ReportsOfDossier>;

public sealed record ReportsOfDossier(DossierHead Head, IReadOnlyList<TaskReport> Reports);

/// <param name="Who">Null for those who are told the role only.</param>
public sealed record TaskReport(Text Task, Text? Outcome, Text RoleTitle, string? Who, DateTimeOffset At, string Note, string Clause);

public sealed class DossierReportsAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierReports>
{
    public Task<Refusal?> Authorize(DossierReports request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierReportsHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<DossierReports, Outcome<ReportsOfDossier>>
{
    public async Task<Outcome<ReportsOfDossier>> Handle(DossierReports request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var head = await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken);
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier.Id).OrderBy(t => t.OpenedAt).ThenBy(t => t.Bookmark).ToListAsync(cancellationToken);
        var authors = tasks.Select(t => t.ClosedBy).OfType<Guid>().Distinct().ToList();
        var names = head.ForOfficials
            ? await db.Users.Where(a => authors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken)
            : [];
        var shown = dossier.IsOwnedBy(current.Actor) && !head.ForOfficials ? tasks.Where(t => IsForProducer(t, tasks, dossier)) : tasks;
        return new ReportsOfDossier(head, [.. shown
            .Where(t => t.State == TaskState.Done && !string.IsNullOrWhiteSpace(t.Note))
            .Select(t => ReportOf(t, head.Regime, t.ClosedBy is { } author ? names.GetValueOrDefault(author) : null))]);
    }

    /// <summary>The producer's own words, and what led to a supplement or to the end.</summary>
    internal static bool IsForProducer(DossierTask task, IReadOnlyList<DossierTask> all, Dossier dossier) =>
        task.Role == RoleNames.Producer
        || all.Any(next => next.Role == RoleNames.Producer && next.OpenedAt == task.ClosedAt)
        || (dossier.State is DossierState.Rejected or DossierState.NotRecognised && task.ClosedOrder is { } order && order == all.Max(t => t.ClosedOrder));

    static TaskReport ReportOf(DossierTask task, Regime regime, string? who)
    {
        var known = regime.Task(task.Name);
        return new TaskReport(known.Title, known.FindOutcome(task.Outcome)?.Action, regime.Role(task.Role).Title, who, task.ClosedAt!.Value, task.Note!, known.Clause);
    }
}
