using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>What stands above every page of a dossier: what it is, whose, where it is now and what is due.</summary>
public sealed record DossierHead
{
    public required DossierId Id { get; init; }

    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required DossierState State { get; init; }

    public required Product Product { get; init; }

    public required string ProducerName { get; init; }

    public required string ProductCode { get; init; }

    public required Text ProductSet { get; init; }

    public required string CycleTitle { get; init; }

    public required Regime Regime { get; init; }

    /// <summary>Commune, district where there was one, province, as they were called when the dossier was submitted.</summary>
    public required Text Place { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    public required RegimeTier Tier { get; init; }

    /// <summary>In the order in which they were opened.</summary>
    public required IReadOnlyList<OpenTask> Open { get; init; }

    public CertificateSummary? Certificate { get; init; }

    /// <summary>Whether the one who looks handles dossiers, and so sees names and reports.</summary>
    public required bool ForOfficials { get; init; }

    /// <summary>The dossier must exist; who may see it was settled before.</summary>
    public static async Task<DossierHead> ReadAsync(OcopDb db, RegimeLibrary regimes, Dossier dossier, Actor actor, DateOnly today, CancellationToken ct)
    {
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == dossier.CycleId, ct);
        var published = await regimes.GetAsync(db, cycle.RegimeVersionId, ct);
        var rubric = published.Rubric(dossier.SetNo);
        var place = DossierPlace.Of(dossier);
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.DossierId == dossier.Id, ct);
        return new DossierHead
        {
            Id = dossier.Id,
            Code = dossier.Code,
            Kind = dossier.Kind,
            State = dossier.State,
            Product = dossier.Product,
            ProducerName = dossier.Producer.Name,
            ProductCode = dossier.ProductCode,
            ProductSet = new Text(rubric.LabelVi, rubric.LabelEn ?? rubric.LabelVi),
            CycleTitle = cycle.Title,
            Regime = published.Regime,
            Place = (await PlaceTable.LoadAsync(db, [place], ct)).Describe(place),
            SubmittedOn = dossier.SubmittedOn,
            Tier = published.Regime.Tier(dossier.Tier),
            Open = await OpenAsync(db, published.Regime, dossier, actor, ct),
            Certificate = certificate is null ? null : CertificateSummary.Of(certificate, today),
            ForOfficials = DossierAccess.HandlesDossiers(actor),
        };
    }

    static async Task<IReadOnlyList<OpenTask>> OpenAsync(OcopDb db, Regime regime, Dossier dossier, Actor actor, CancellationToken ct)
    {
        var open = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier.Id && t.State == TaskState.Open).OrderBy(t => t.Bookmark).ToListAsync(ct);
        if (open.Count == 0)
            return [];
        var mine = await db.Tasks.Where(t => t.DossierId == dossier.Id).Where(DossierVisibility.TasksOf(actor, db)).Select(t => t.Id).ToListAsync(ct);
        return [.. open.Select(t => OpenTask.Of(t, regime, mine.Contains(t.Id)))];
    }
}

/// <param name="IsMine">Whether it waits for the one who looks.</param>
public sealed record OpenTask(TaskId Id, string Name, Text Title, string Role, Text RoleTitle, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, bool IsMine)
{
    public static OpenTask Of(DossierTask task, Regime regime, bool isMine) =>
        new(task.Id, task.Name, regime.Task(task.Name).Title, task.Role, regime.Role(task.Role).Title, task.OpenedAt, task.DueAt, isMine);
}

public sealed record CertificateSummary(string Number, string Slug, int Stars, DateOnly IssuedOn, DateOnly ValidUntil, CertificateState State)
{
    public static CertificateSummary Of(Certificate certificate, DateOnly today) =>
        new(certificate.Number, certificate.Slug, certificate.Stars, certificate.IssuedOn, certificate.ValidUntil, certificate.StateOn(today));
}
