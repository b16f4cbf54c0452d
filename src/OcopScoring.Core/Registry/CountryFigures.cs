using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Registry;

/// <summary>What the home page shows to anybody: figures of today, the newest recognitions, and the way of a dossier under the law in force.</summary>
public sealed record CountryFigures : IQuery<CountryOverview>;

/// <param name="ByStars">Recognised products that hold today, by stars, most stars first; no entry where there is none.</param>
/// <param name="Regime">Of the cycle opened last; null before the first.</param>
public sealed record CountryOverview(
    int InForce,
    IReadOnlyList<StarCount> ByStars,
    int UnderWay,
    int Producers,
    IReadOnlyList<RegistryEntry> Latest,
    Regime? Regime);

public sealed record StarCount(int Stars, int Products);

public sealed class CountryFiguresAuthorizer : IAuthorizer<CountryFigures>
{
    public Task<Refusal?> Authorize(CountryFigures request, Actor actor, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}

public sealed class CountryFiguresHandler(OcopDb db, RegimeLibrary regimes, Now now) : IRequestHandler<CountryFigures, Outcome<CountryOverview>>
{
    const int Newest = 6;

    public async Task<Outcome<CountryOverview>> Handle(CountryFigures request, CancellationToken cancellationToken)
    {
        var held = db.Certificates.Where(CertificatesOn.InForce(now.Day));
        var byStars = await held.GroupBy(c => c.Stars).OrderByDescending(g => g.Key).Select(g => new StarCount(g.Key, g.Count())).ToListAsync(cancellationToken);
        return new CountryOverview(
            byStars.Sum(s => s.Products),
            byStars,
            await db.Dossiers.CountAsync(d => d.State == DossierState.Waiting, cancellationToken),
            await held.Select(c => c.ProducerId).Distinct().CountAsync(cancellationToken),
            await RegistryEntry.ReadAsync(db, held.OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id).Take(Newest), now.Day, cancellationToken),
            await RegimeAsync(cancellationToken));
    }

    async Task<Regime?> RegimeAsync(CancellationToken ct)
    {
        var version = await db.Cycles.OrderByDescending(c => c.OpensOn).ThenByDescending(c => c.Id).Select(c => (Guid?)c.RegimeVersionId).FirstOrDefaultAsync(ct);
        return version is { } id ? (await regimes.GetAsync(db, id, ct)).Regime : null;
    }
}
