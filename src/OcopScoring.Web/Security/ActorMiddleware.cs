using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Web.Security;

/// <summary>Tells the use cases who asks: the signed-in account with the roles that it holds today.</summary>
sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, OcopDb db, CurrentActor current, SignedIn signedIn, Now now)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } text && Guid.TryParse(text, out var id) && !await LoadAsync(id, db, current, signedIn, now, context.RequestAborted))
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(context);
    }

    static async Task<bool> LoadAsync(Guid id, OcopDb db, CurrentActor current, SignedIn signedIn, Now now, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.DisplayName, a.UserName }).SingleOrDefaultAsync(ct);
        if (account is null)
            return false;
        var today = now.Day;
        var roles = await db.RoleAssignments.AsNoTracking()
            .Where(r => r.AccountId == id && (r.From == null || r.From <= today) && (r.To == null || today <= r.To))
            .OrderBy(r => r.Id)
            .Select(r => new HeldRole(r.Role, r.LocalityCode, r.ProducerId))
            .ToListAsync(ct);
        current.Actor = new Actor(new AccountId(id), "account", roles);
        signedIn.DisplayName = account.DisplayName;
        return true;
    }
}

/// <summary>The account of the current request, as pages show it; empty for somebody who is not signed in.</summary>
public sealed class SignedIn
{
    public string? DisplayName { get; internal set; }
}
