using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OcopScoring.Core;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.UseCases;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Council;

/// <summary>The open round of the sample's rice cake, on a site of its own.</summary>
sealed class CakeRound : IAsyncDisposable
{
    const string Dossier = "wait-council-cake";

    CakeRound(WebSite site, RoundId id) => (Site, Id) = (site, id);

    public WebSite Site { get; }

    public RoundId Id { get; }

    public string SheetAddress => $"/council/rounds/{Id.Value}/sheet";

    public string BoardAddress => $"/council/rounds/{Id.Value}/board";

    public static async Task<CakeRound> OpenAsync()
    {
        var site = await WebSite.OpenAsync();
        return new CakeRound(site, await site.RoundAsync(Dossier));
    }

    public Task<Sheet> SheetAsync(string seat) => Site.ReadAsync(db => db.Sheets.AsNoTracking().SingleAsync(s => s.RoundId == Id && s.Seat == seat));

    public Task<string> TaskOfDossierAsync() => Site.ReadAsync(db => db.Tasks.Where(t => t.State == Core.Tasks.TaskState.Open && db.Dossiers.Any(d => d.Id == t.DossierId && d.Code == Dossier)).Select(t => t.Name).SingleAsync());

    /// <summary>Hands in what the producer claims, without a browser.</summary>
    public async Task HandInAsync(string seat)
    {
        var account = (await SheetAsync(seat)).AccountId!.Value;
        var claims = await Site.ReadAsync(db => db.Dossiers.Where(d => d.Code == Dossier).Select(d => d.SelfAssessment).SingleAsync());
        await SendAsync(new SaveSheet(Id, seat, 0, JsonSerializer.Deserialize<Dictionary<string, string?>>(claims)!, [], new Dictionary<string, string>()));
        await SendAsync(new SubmitSheet(Id, seat, 1));

        async Task SendAsync<T>(IRequest<Outcome<T>> request)
        {
            await using var scope = Site.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(new AccountId(account), "account", [new HeldRole(RoleNames.Council)]);
            Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request)).Refusal, Is.Null);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>The score sheet as somebody in front of a screen uses it.</summary>
static class SheetOnScreen
{
    public static ILocator Criterion(this IPage page, string leaf) => page.Locator($"fieldset[data-leaf='{leaf}']");

    public static Task ChooseAsync(this IPage page, string leaf, int level) => page.Criterion(leaf).Locator("label.level").Nth(level).ClickAsync();

    /// <summary>Waits until the sheet says that it is saved or why not.</summary>
    public static Task SeesAsync(this IPage page, string saved) => Assertions.Expect(page.Locator(".sheet-foot__saved")).ToContainTextAsync(saved);

    /// <summary>Clicks at every criterion the level that the producer claims.</summary>
    public static async Task ChooseClaimsAsync(this IPage page)
    {
        var claimed = page.Locator("label.level:has(.level__claim)");
        for (var i = await claimed.CountAsync() - 1; i >= 0; i--)
            await claimed.Nth(i).ClickAsync();
    }
}
