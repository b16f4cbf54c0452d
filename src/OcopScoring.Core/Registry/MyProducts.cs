using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Registry;

/// <summary>A producer's products: their certificates with the days left, and their dossiers.</summary>
public sealed record MyProducts : IQuery<ProductsOfProducer>;

public sealed record ProductsOfProducer(IReadOnlyList<OwnProduct> Products);

/// <param name="Certificate">The newest one; null while there is none.</param>
/// <param name="DaysLeft">Calendar days in which the certificate still holds, today included; null when it does not.</param>
/// <param name="Dossiers">Newest first.</param>
public sealed record OwnProduct(string Name, CertificateSummary? Certificate, int? DaysLeft, IReadOnlyList<OwnDossier> Dossiers);

/// <param name="Task">What the producer has to do now, if anything.</param>
public sealed record OwnDossier(DossierId Id, string Code, string Kind, string CycleTitle, DateOnly SubmittedOn, DossierState State, Text? Waiting, Text? WaitingFor, TaskId? Task, DateTimeOffset? DueAt);

public sealed class MyProductsAuthorizer : IAuthorizer<MyProducts>
{
    public Task<Refusal?> Authorize(MyProducts request, Actor actor, CancellationToken ct) => Task.FromResult(
        !actor.IsSignedIn ? Refusals.SignInFirst
        : actor.Roles.Any(r => r.Role == RoleNames.Producer) ? null
        : new Refusal("not-allowed", "Trang này dành cho chủ thể OCOP.", "This page is for producers."));
}

public sealed class MyProductsHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<MyProducts, Outcome<ProductsOfProducer>>
{
    public async Task<Outcome<ProductsOfProducer>> Handle(MyProducts request, CancellationToken cancellationToken)
    {
        var producers = current.Actor.Roles.Where(r => r.Role == RoleNames.Producer).Select(r => r.Producer).OfType<ProducerId>().ToList();
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => producers.Contains(d.ProducerId))
            .Join(db.Cycles, d => d.CycleId, c => c.Id, (d, c) => new { Dossier = d, Cycle = c })
            .OrderByDescending(r => r.Dossier.SubmittedOn).ThenByDescending(r => r.Dossier.Id)
            .ToListAsync(cancellationToken);
        var ids = dossiers.Select(r => r.Dossier.Id).ToList();
        var open = (await db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open && ids.Contains(t.DossierId)).OrderBy(t => t.Bookmark).ToListAsync(cancellationToken)).ToLookup(t => t.DossierId);
        var certificates = (await db.Certificates.AsNoTracking().Where(c => producers.Contains(c.ProducerId)).ToListAsync(cancellationToken)).ToLookup(c => c.ProductKey);
        var products = new List<OwnProduct>();
        foreach (var product in dossiers.GroupBy(r => r.Dossier.ProductKey))
        {
            var own = new List<OwnDossier>();
            foreach (var row in product)
                own.Add(OwnOf(row.Dossier, row.Cycle, (await regimes.GetAsync(db, row.Cycle.RegimeVersionId, cancellationToken)).Regime, open[row.Dossier.Id].FirstOrDefault()));
            var newest = certificates[product.Key].OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id).FirstOrDefault();
            products.Add(new OwnProduct(
                product.First().Dossier.Product.Name,
                newest is null ? null : CertificateSummary.Of(newest, now.Day),
                newest?.StateOn(now.Day) == CertificateState.InForce ? newest.ValidUntil.DayNumber - now.Day.DayNumber + 1 : null,
                own));
        }
        return new ProductsOfProducer(products);
    }

    static OwnDossier OwnOf(Dossier dossier, Cycle cycle, Regime regime, DossierTask? task) => new(
        dossier.Id, dossier.Code, dossier.Kind, cycle.Title, dossier.SubmittedOn, dossier.State,
        task is null ? null : regime.Task(task.Name).Title,
        task is null ? null : regime.Role(task.Role).Title,
        task?.Role == RoleNames.Producer ? task.Id : null,
        task?.DueAt);
}
