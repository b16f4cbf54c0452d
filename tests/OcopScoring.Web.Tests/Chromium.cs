using Microsoft.Playwright;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests;

/// <summary>One real browser for the whole run; every test gets a window of its own, with its own cookies.</summary>
[SetUpFixture]
public sealed class Chromium
{
    static IPlaywright playwright = null!;
    static IBrowser browser = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A window that is signed in, in a language, of a width.</summary>
    /// <param name="user">Empty for nobody.</param>
    public static async Task<IPage> OpenAsync(WebSite site, string user = "", string language = "vi", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = true,
        });
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "ocop-language", Value = language, Url = site.Address }]);
        if (user.Length > 0)
        {
            using var visitor = await site.SignInAsync(user);
            var session = visitor.Cookies.Single(c => c.Name == "ocop-session");
            await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = session.Name, Value = session.Value, Url = site.Address }]);
        }
        return await context.NewPageAsync();
    }
}
