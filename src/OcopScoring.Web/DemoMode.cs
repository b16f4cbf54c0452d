using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Councils;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;

namespace OcopScoring.Web;

/// <summary>What a demonstration needs before it starts: an account for every role, and councils that they sit in.</summary>
public static class DemoMode
{
    /// <summary>Makes what is missing, and says how to sign in; may be called at every start.</summary>
    /// <param name="services">A scope of a <see cref="WebServer"/>.</param>
    public static async Task<(IReadOnlyList<(string UserName, string Title)> Accounts, string Password)> AccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<OcopDb>();
        var folder = services.GetRequiredService<WebServerOptions>().Core.DataFolder;
        var password = await DemoAccounts.EnsureAsync(db, services.GetRequiredService<UserManager<Account>>(), folder, ct);
        await DemoCouncils.EnsureAsync(db, services.GetRequiredService<RegimeLibrary>(), ct);
        return ([.. DemoAccounts.All.Select(a => (a.UserName, a.DisplayName))], password);
    }
}
