using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Localities;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Tasks;

/// <summary>What waits for the one who asks, what is due first before the rest.</summary>
/// <param name="Cycle">Code of a cycle.</param>
/// <param name="Kind">Id of a task in the regime.</param>
/// <param name="Place">Code of a commune.</param>
/// <param name="After">The last task of the page before.</param>
public sealed record MyTasks(string? Cycle = null, string? Kind = null, string? Place = null, TaskId? After = null) : IQuery<WorkToDo>
{
    public const int PageSize = 50;
}

/// <param name="Total">Of all pages, with the filters.</param>
/// <param name="Unfiltered">Without the filters.</param>
/// <param name="Next">To be given as <see cref="MyTasks.After"/>; null on the last page.</param>
public sealed record WorkToDo(int Total, int Unfiltered, IReadOnlyList<WorkItem> Items, IReadOnlyList<FilterChoice> Cycles, IReadOnlyList<FilterChoice> Kinds, IReadOnlyList<FilterChoice> Places, TaskId? Next);

/// <param name="Round">The round to score in or to close, for a council's task.</param>
public sealed record WorkItem(
    TaskId Task, DossierId Dossier, string DossierCode, string Product, string Producer, Text Place, Text Title, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DueGroup Group, RoundId? Round);

public sealed record FilterChoice(string Value, Text Label);

/// <summary>When something is due, as seen from today in Vietnam; weeks end on Sunday.</summary>
public enum DueGroup
{
    Late = 0,
    Today = 1,
    ThisWeek = 2,
    Later = 3,
}

public sealed class MyTasksAuthorizer : IAuthorizer<MyTasks>
{
    public Task<Refusal?> Authorize(MyTasks request, Actor actor, CancellationToken ct) => Task.FromResult(actor.IsSignedIn ? null : Refusals.SignInFirst);
}

public sealed class MyTasksHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<MyTasks, Outcome<WorkToDo>>
{
    static readonly DateTimeOffset NoDue = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<Outcome<WorkToDo>> Handle(MyTasks request, CancellationToken cancellationToken)
    {
        var mine = db.Tasks.AsNoTracking().Where(DossierVisibility.TasksOf(current.Actor, db))
            .Join(db.Dossiers, t => t.DossierId, d => d.Id, (t, d) => new { Task = t, Dossier = d })
            .Join(db.Cycles, r => r.Dossier.CycleId, c => c.Id, (r, c) => new { r.Task, r.Dossier, Cycle = c });
        var filtered = mine.Where(r =>
            (request.Cycle == null || r.Cycle.Code == request.Cycle)
            && (request.Kind == null || r.Task.Name == request.Kind)
            && (request.Place == null || r.Dossier.CommuneCode == request.Place));
        var ordered = filtered.OrderBy(r => r.Task.DueAt ?? NoDue).ThenBy(r => r.Task.Id);
        var page = request.After is { } after
            ? ordered.Where(r => EF.Functions.GreaterThan(
                ValueTuple.Create(r.Task.DueAt ?? NoDue, r.Task.Id),
                ValueTuple.Create(db.Tasks.Where(t => t.Id == after).Select(t => t.DueAt ?? NoDue).First(), after)))
            : ordered;
        var rows = await page.Take(MyTasks.PageSize + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(MyTasks.PageSize).ToList();
        var places = await PlaceTable.LoadAsync(db, [.. shown.Select(r => DossierPlace.Of(r.Dossier))], cancellationToken);
        var rounds = await RoundsAsync([.. shown.Where(r => r.Task.Role == RoleNames.Council).Select(r => r.Task.Id)], cancellationToken);
        var items = new List<WorkItem>();
        foreach (var row in shown)
        {
            var regime = (await regimes.GetAsync(db, row.Cycle.RegimeVersionId, cancellationToken)).Regime;
            items.Add(new WorkItem(
                row.Task.Id, row.Dossier.Id, row.Dossier.Code, row.Dossier.Product.Name, row.Dossier.Producer.Name, places.Describe(DossierPlace.Of(row.Dossier)),
                regime.Task(row.Task.Name).Title, row.Task.OpenedAt, row.Task.DueAt, GroupOf(row.Task.DueAt), rounds.TryGetValue(row.Task.Id, out var round) ? round : null));
        }
        var choices = await mine.Select(r => new { r.Cycle.Code, r.Cycle.Title, r.Cycle.RegimeVersionId, r.Task.Name, r.Dossier.CycleId, r.Dossier.CommuneCode, r.Dossier.SubmittedOn }).Distinct().ToListAsync(cancellationToken);
        var kinds = new Dictionary<string, Text>();
        foreach (var choice in choices)
            kinds.TryAdd(choice.Name, (await regimes.GetAsync(db, choice.RegimeVersionId, cancellationToken)).Regime.Task(choice.Name).Title);
        var communes = await PlaceTable.LoadAsync(db, [.. choices.Select(c => new DossierPlace(c.CycleId, c.CommuneCode, null, "", c.SubmittedOn))], cancellationToken);
        return new WorkToDo(
            await filtered.CountAsync(cancellationToken),
            await mine.CountAsync(cancellationToken),
            items,
            [.. choices.Select(c => (c.Code, c.Title)).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => new FilterChoice(c.Code, new Text(c.Title, c.Title)))],
            [.. kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new FilterChoice(k.Key, k.Value))],
            [.. choices.DistinctBy(c => c.CommuneCode)
                .Select(c => new FilterChoice(c.CommuneCode, NameOf(communes.Commune(new DossierPlace(c.CycleId, c.CommuneCode, null, "", c.SubmittedOn)), c.CommuneCode)))
                .OrderBy(c => c.Label.Vi, StringComparer.Ordinal)],
            rows.Count > MyTasks.PageSize ? shown[^1].Task.Id : null);
    }

    DueGroup GroupOf(DateTimeOffset? due)
    {
        if (due is not { } at)
            return DueGroup.Later;
        if (at < now.Instant)
            return DueGroup.Late;
        // A due time is the midnight that ends the last day.
        var day = Now.DayOf(at.AddTicks(-1));
        var sunday = now.Day.AddDays((7 - (int)now.Day.DayOfWeek) % 7);
        return day == now.Day ? DueGroup.Today : day <= sunday ? DueGroup.ThisWeek : DueGroup.Later;
    }

    async Task<Dictionary<TaskId, RoundId>> RoundsAsync(List<TaskId> tasks, CancellationToken ct) =>
        tasks.Count == 0 ? [] : await db.Rounds.Where(r => tasks.Contains(r.TaskId)).ToDictionaryAsync(r => r.TaskId, r => r.Id, ct);

    static Text NameOf(Locality? place, string code) => place is null ? new Text(code, code) : new Text(place.NameVi, place.NameEn);
}
