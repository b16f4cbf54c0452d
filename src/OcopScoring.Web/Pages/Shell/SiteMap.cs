using OcopScoring.Core.Accounts;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Web.Pages.Shell;

/// <summary>Which parts of the site stand in the head, by who looks.</summary>
static class SiteMap
{
    public static IEnumerable<(string Address, string Key)> For(Actor actor)
    {
        if (actor.IsSignedIn)
        {
            yield return ("/tasks", "tasks");
            if (actor.Roles.Any(r => r.Role == RoleNames.Producer))
                yield return ("/producer", "producer");
            if (actor.Roles.Any(r => r.Role == RoleNames.Council))
                yield return ("/council", "council");
            if (actor.Roles.Any(r => r.Role != RoleNames.Producer))
                yield return ("/dossiers", "dossiers");
        }
        yield return ("/registry", "registry");
        if (!actor.IsSignedIn)
            yield return ("/sign-in", "sign-in");
    }
}
