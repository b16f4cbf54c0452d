using System.Linq.Expressions;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Dossiers;

/// <summary>
/// Who sees which dossier: administrators all; producers their own; people of a tier those of their place that have or had a task of that
/// tier; council members those of the rounds in which they have a sheet. Pages, lists, counts and files all use this one expression.
/// </summary>
public static class DossierVisibility
{
    public static Expression<Func<Dossier, bool>> For(Actor actor, OcopDb db)
    {
        if (actor.IsAdministrator || actor.IsSystem)
            return _ => true;
        var producers = actor.Roles.Where(r => r.Role == RoleNames.Producer).Select(r => r.Producer).OfType<ProducerId>().ToList();
        var (everywhere, places) = Tiers(actor);
        var account = actor.Roles.Any(r => r.Role == RoleNames.Council) ? actor.Account?.Value : null;
        return d => producers.Contains(d.ProducerId)
            || db.Tasks.Any(t => t.DossierId == d.Id && t.Tier != null && (everywhere.Contains(t.Tier) || places.Contains(t.Tier + "|" + t.LocalityCode)))
            || (account != null && db.Rounds.Any(r => r.DossierId == d.Id && r.Sheets.Any(s => s.AccountId == account)));
    }

    /// <summary>The open tasks that wait for the actor: those of the roles held, of the producer's own dossiers, of rounds whose sheet is still to be handed in or whose end is to be declared.</summary>
    public static Expression<Func<DossierTask, bool>> TasksOf(Actor actor, OcopDb db)
    {
        var producers = actor.Roles.Where(r => r.Role == RoleNames.Producer).Select(r => r.Producer).OfType<ProducerId>().ToList();
        var ofTiers = actor.Roles.Where(r => RoleNames.TierOf(r.Role) is not null).ToList();
        var everywhere = ofTiers.Where(r => r.LocalityCode is null).Select(r => r.Role).ToList();
        var places = ofTiers.Where(r => r.LocalityCode is not null).Select(r => r.Role + "|" + r.LocalityCode).ToList();
        var account = actor.Roles.Any(r => r.Role == RoleNames.Council) ? actor.Account?.Value : null;
        return t => t.State == TaskState.Open && (
            everywhere.Contains(t.Role)
            || places.Contains(t.Role + "|" + t.LocalityCode)
            || (t.Role == RoleNames.Producer && db.Dossiers.Any(d => d.Id == t.DossierId && producers.Contains(d.ProducerId)))
            || (account != null && db.Rounds.Any(r => r.TaskId == t.Id && r.Sheets.Any(s => s.AccountId == account
                && (s.Role != "member" || s.State == Scoring.SheetState.NotOpened || s.State == Scoring.SheetState.InProgress)))));
    }

    static (List<string> Everywhere, List<string> Places) Tiers(Actor actor)
    {
        var held = actor.Roles.Select(r => (Tier: RoleNames.TierOf(r.Role), r.LocalityCode)).Where(h => h.Tier is not null).ToList();
        return ([.. held.Where(h => h.LocalityCode is null).Select(h => h.Tier!)], [.. held.Where(h => h.LocalityCode is not null).Select(h => h.Tier + "|" + h.LocalityCode)]);
    }
}
