using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Registry;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>The dossiers that the one who asks may see, newest first.</summary>
/// <param name="Text">Part of a code, or of a product's or producer's name; accents and case do not matter.</param>
/// <param name="State">As flows write it: waiting, recognised …</param>
/// <param name="After">The last dossier of the page before.</param>
public sealed record DossierList(string? Text = null, string? State = null, string? Cycle = null, DossierId? After = null) : IQuery<DossierListing>
{
    public const int PageSize = 50;
}

/// <param name="Total">Of all pages, with the filters.</param>
public sealed record DossierListing(int Total, IReadOnlyList<DossierRow> Rows, IReadOnlyList<FilterChoice> Cycles, DossierId? Next);

/// <param name="Waiting">What is open now; null for a closed dossier.</param>
public sealed record DossierRow(DossierId Id, string Code, string Product, string Producer, Text Place, DossierState State, Text? Waiting, DateTimeOffset? DueAt, int? Stars, DateOnly SubmittedOn);

public sealed class DossierListAuthorizer : IAuthorizer<DossierList>
{
    public Task<Refusal?> Authorize(DossierList request, Actor actor, CancellationToken ct) => Task.FromResult(actor.IsSignedIn ? null : Refusals.SignInFirst);
}

public sealed class DossierListHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current) : IRequestHandler<DossierList, Outcome<DossierListing>>
{
    public async Task<Outcome<DossierListing>> Handle(DossierList request, CancellationToken cancellationToken)
    {
        var visible = db.Dossiers.AsNoTracking().Where(DossierVisibility.For(current.Actor, db));
        var filtered = visible;
        if (DossierStates.All.FirstOrDefault(s => s.Name == request.State) is { Name: not null } state)
            filtered = filtered.Where(d => d.State == state.State);
        if (request.Cycle is { } cycle)
            filtered = filtered.Where(d => db.Cycles.Any(c => c.Id == d.CycleId && c.Code == cycle));
        if (SearchText.PatternOf(request.Text) is { } pattern)
        {
            var found = db.Database.SqlQuery<Guid>($"""
                select id as "Value" from dossiers
                where lower(translate(normalize(code || ' ' || product_name || ' ' || producer_name, NFC), {SearchText.Accented}, {SearchText.Plain})) like {pattern}
                """);
            filtered = filtered.Where(d => found.Contains((Guid)(object)d.Id));
        }
        var ordered = filtered.OrderByDescending(d => d.SubmittedOn).ThenByDescending(d => d.Id);
        var page = request.After is { } after
            ? ordered.Where(d => EF.Functions.LessThan(
                ValueTuple.Create(d.SubmittedOn, d.Id),
                ValueTuple.Create(db.Dossiers.Where(x => x.Id == after).Select(x => x.SubmittedOn).First(), after)))
            : ordered;
        var rows = await page.Take(DossierList.PageSize + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(DossierList.PageSize).ToList();
        var cycles = await db.Cycles.AsNoTracking().Where(c => visible.Any(d => d.CycleId == c.Id)).OrderByDescending(c => c.OpensOn).ToListAsync(cancellationToken);
        return new DossierListing(
            await filtered.CountAsync(cancellationToken),
            await RowsAsync(shown, cycles.ToDictionary(c => c.Id, c => c.RegimeVersionId), cancellationToken),
            [.. cycles.Select(c => new FilterChoice(c.Code, new Text(c.Title, c.Title)))],
            rows.Count > DossierList.PageSize ? shown[^1].Id : null);
    }

    async Task<IReadOnlyList<DossierRow>> RowsAsync(List<Dossier> dossiers, Dictionary<CycleId, Guid> versions, CancellationToken ct)
    {
        var ids = dossiers.Select(d => d.Id).ToList();
        var open = (await db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open && ids.Contains(t.DossierId)).OrderBy(t => t.Bookmark).ToListAsync(ct)).ToLookup(t => t.DossierId);
        var stars = await db.Certificates.Where(c => ids.Contains(c.DossierId)).ToDictionaryAsync(c => c.DossierId, c => c.Stars, ct);
        var places = await PlaceTable.LoadAsync(db, [.. dossiers.Select(DossierPlace.Of)], ct);
        var rows = new List<DossierRow>();
        foreach (var dossier in dossiers)
        {
            var regime = (await regimes.GetAsync(db, versions[dossier.CycleId], ct)).Regime;
            var task = open[dossier.Id].FirstOrDefault();
            rows.Add(new DossierRow(
                dossier.Id, dossier.Code, dossier.Product.Name, dossier.Producer.Name, places.Describe(DossierPlace.Of(dossier)), dossier.State,
                task is null ? null : regime.Task(task.Name).Title, task?.DueAt, stars.TryGetValue(dossier.Id, out var given) ? given : null, dossier.SubmittedOn));
        }
        return rows;
    }
}
