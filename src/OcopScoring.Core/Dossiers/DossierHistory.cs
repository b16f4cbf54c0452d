using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>All that happened to a dossier, newest first: submission, deeds, council results, certificate, notices.</summary>
public sealed record DossierHistory(DossierId Dossier) : IQuery<HistoryOfDossier>;

public sealed record HistoryOfDossier(DossierHead Head, IReadOnlyList<HistoryEvent> Events);

public enum HistoryKind
{
    Submitted = 0,
    Opened = 1,
    Done = 2,
    Overdue = 3,
    CouncilResult = 4,
    Recognised = 5,
    Notice = 6,
}

/// <summary>One thing that happened. Which of the other properties are set depends on the kind.</summary>
public sealed record HistoryEvent(DateTimeOffset At, HistoryKind Kind)
{
    /// <summary>The task, or the subject of a notice.</summary>
    public Text? Title { get; init; }

    /// <summary>The deed, or the text of a notice.</summary>
    public Text? Detail { get; init; }

    public string? Note { get; init; }

    public Text? RoleTitle { get; init; }

    /// <summary>The account, for those who handle dossiers.</summary>
    public string? Who { get; init; }

    public string? Clause { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public RoundSummary? Round { get; init; }

    public CertificateSummary? Certificate { get; init; }
}

public sealed class DossierHistoryAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierHistory>
{
    public Task<Refusal?> Authorize(DossierHistory request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierHistoryHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<DossierHistory, Outcome<HistoryOfDossier>>
{
    public async Task<Outcome<HistoryOfDossier>> Handle(DossierHistory request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var head = await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken);
        List<HistoryEvent> events =
        [
            .. await StartAsync(dossier.Id, head.Regime, cancellationToken),
            .. await DeedsAsync(dossier, head, cancellationToken),
            .. await NoticesAsync(dossier, head, cancellationToken),
        ];
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.DossierId == dossier.Id, cancellationToken) is { } certificate
            && await db.Tasks.Where(t => t.DossierId == dossier.Id).MaxAsync(t => t.ClosedAt, cancellationToken) is { } decided)
            events.Add(new HistoryEvent(decided, HistoryKind.Recognised) { Certificate = CertificateSummary.Of(certificate, now.Day) });
        // Of things at the same instant the one that follows from the other stands above it.
        return new HistoryOfDossier(head, [.. events.OrderByDescending(e => e.At).ThenByDescending(Rank)]);
    }

    static int Rank(HistoryEvent happened) => happened.Kind switch
    {
        HistoryKind.Opened => 4,
        HistoryKind.Notice => 3,
        HistoryKind.Recognised => 2,
        HistoryKind.Submitted => 0,
        _ => 1,
    };

    async Task<IEnumerable<HistoryEvent>> StartAsync(DossierId dossier, Regime regime, CancellationToken ct)
    {
        var start = await db.Journal.AsNoTracking().Where(j => j.DossierId == dossier && j.Kind == "started").Select(j => (DateTimeOffset?)j.At).SingleOrDefaultAsync(ct);
        return start is { } at ? [new HistoryEvent(at, HistoryKind.Submitted) { RoleTitle = regime.Role(Accounts.RoleNames.Producer).Title }] : [];
    }

    async Task<IEnumerable<HistoryEvent>> DeedsAsync(Dossier dossier, DossierHead head, CancellationToken ct)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier.Id).OrderBy(t => t.OpenedAt).ThenBy(t => t.Bookmark).ToListAsync(ct);
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.DossierId == dossier.Id).ToDictionaryAsync(r => r.TaskId, ct);
        var authors = tasks.Select(t => t.ClosedBy).OfType<Guid>().Distinct().ToList();
        var names = head.ForOfficials ? await db.Users.Where(a => authors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct) : [];
        var hidesNotes = dossier.IsOwnedBy(current.Actor) && !head.ForOfficials;
        return tasks.Select(task => EventOf(
            task, head.Regime,
            rounds.TryGetValue(task.Id, out var round) ? RoundSummary.Of(round, head.Regime) : null,
            hidesNotes && !DossierReportsHandler.IsForProducer(task, tasks, dossier) ? null : task.Note,
            task.ClosedBy is { } author ? names.GetValueOrDefault(author) : null));
    }

    static HistoryEvent EventOf(DossierTask task, Regime regime, RoundSummary? round, string? note, string? who)
    {
        var known = regime.Task(task.Name);
        var role = regime.Role(task.Role).Title;
        if (task.State == TaskState.Open)
            return new HistoryEvent(task.OpenedAt, HistoryKind.Opened) { Title = known.Title, RoleTitle = role, Clause = known.Clause, DueAt = task.DueAt };
        var overdue = task.Outcome is not null && task.Outcome == known.OverdueOutcome?.Id;
        return new HistoryEvent(task.ClosedAt!.Value, round?.Result is not null ? HistoryKind.CouncilResult : overdue ? HistoryKind.Overdue : HistoryKind.Done)
        {
            Title = known.Title,
            Detail = known.FindOutcome(task.Outcome)?.Action,
            Note = note,
            RoleTitle = role,
            Who = who,
            Clause = known.Clause,
            Round = round,
        };
    }

    async Task<IEnumerable<HistoryEvent>> NoticesAsync(Dossier dossier, DossierHead head, CancellationToken ct)
    {
        var mine = current.Actor.Roles.Select(r => r.Role).ToList();
        var notices = await db.Notices.AsNoTracking().Where(n => n.DossierId == dossier.Id && (head.ForOfficials || mine.Contains(n.ToRole))).ToListAsync(ct);
        return notices.Select(n => new HistoryEvent(n.At, HistoryKind.Notice)
        {
            Title = new Text(n.SubjectVi, n.SubjectEn),
            Detail = new Text(n.BodyVi, n.BodyEn),
            RoleTitle = head.Regime.FindRole(n.ToRole)?.Title,
        });
    }
}
