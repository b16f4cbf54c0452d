using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>The answer to "may this actor look at this dossier", with the roles that may when this one may not.</summary>
public static class DossierAccess
{
    public static async Task<Refusal?> RefusalAsync(OcopDb db, RegimeLibrary regimes, DossierId id, Actor actor, CancellationToken ct)
    {
        if (!actor.IsSignedIn && !actor.IsSystem)
            return Refusals.SignInFirst;
        if (await db.Dossiers.Where(d => d.Id == id).AnyAsync(DossierVisibility.For(actor, db), ct))
            return null;
        if (await db.Dossiers.Where(d => d.Id == id).Select(d => (CycleId?)d.CycleId).SingleOrDefaultAsync(ct) is not { } cycle)
            return Refusals.NotFound;
        var regime = (await regimes.OfCycleAsync(db, cycle, ct)).Regime;
        var tiers = await db.Tasks.Where(t => t.DossierId == id && t.Tier != null).Select(t => t.Tier!).Distinct().ToListAsync(ct);
        var roles = regime.Roles.Where(r => r.Id == RoleNames.Producer || (r.Tier is not null && tiers.Contains(r.Tier))).ToList();
        return new Refusal("not-allowed",
            $"Hồ sơ này chỉ mở cho: {string.Join("; ", roles.Select(r => r.Title.Vi))} của nơi có hồ sơ, thành viên Hội đồng có phiếu và quản trị viên.",
            $"This dossier is open to: {string.Join("; ", roles.Select(r => r.Title.En))} of its place, council members with a sheet, and administrators.");
    }

    /// <summary>Who did what, by name, is for those who handle dossiers; producers and council members are told the role.</summary>
    public static bool HandlesDossiers(Actor actor) => actor.IsAdministrator || actor.IsSystem || actor.Roles.Any(r => RoleNames.TierOf(r.Role) is not null);

    /// <summary>Whether the actor is the dossier's own producer.</summary>
    public static bool IsOwnedBy(this Dossier dossier, Actor actor) => actor.Roles.Any(r => r.Role == RoleNames.Producer && r.Producer == dossier.ProducerId);
}
