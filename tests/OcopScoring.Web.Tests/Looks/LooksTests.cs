using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Looks;

/// <summary>Every page in a real browser, in both languages, on a phone and on a desk.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class LooksTests
{
    const int HeaviestPage = 150 * 1024;
    const int LongestSheet = 20 * 1024;

    WebSite site = null!;

    static IEnumerable<TestCaseData> Windows =>
        from page in EveryPage.All
        from language in new[] { "vi", "en" }
        from width in new[] { 360, 1280 }
        select new TestCaseData(page.User, page.Address, language, width).SetArgDisplayNames(page.Name, language, width.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public void No_page_is_left_out()
    {
        var routes = typeof(WebServer).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>()).Select(r => r.Template).ToList();
        var covered = EveryPage.All.Select(p => p.Address.Split('?')[0]).ToList();

        foreach (var route in routes)
            Assert.That(covered.Exists(address => Fits(route, address)), Is.True, route);

        static bool Fits(string route, string address) => route switch
        {
            "/dossiers/{Id:guid}/act/{TaskGuid:guid}" => address.StartsWith("task:", StringComparison.Ordinal),
            "/dossiers/{Id:guid}" => address.StartsWith("dossier:", StringComparison.Ordinal) && !address.Contains('/', StringComparison.Ordinal),
            _ when route.StartsWith("/dossiers/{Id:guid}/", StringComparison.Ordinal) => address.EndsWith(route["/dossiers/{Id:guid}".Length..], StringComparison.Ordinal),
            _ when route.StartsWith("/council/rounds/", StringComparison.Ordinal) => address.StartsWith("round:", StringComparison.Ordinal) && address.EndsWith(route[route.LastIndexOf('/')..], StringComparison.Ordinal),
            "/verify/{Slug}" => address.StartsWith("/verify/", StringComparison.Ordinal),
            _ => route == address,
        };
    }

    [TestCaseSource(nameof(Windows))]
    public async Task A_page_is_accessible_fits_its_window_and_is_light(string user, string address, string language, int width)
    {
        var page = await Chromium.OpenAsync(site, user, language, width);
        var (faults, bytes) = (new List<string>(), 0L);
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal)) faults.Add(message.Text); };
        page.RequestFinished += (_, request) => Count(request);

        await page.GotoAsync(await EveryPage.AddressAsync(site, address), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await OpenDetailsAsync(page);

        Assert.That(await page.EvaluateAsync<string>("document.documentElement.lang"), Is.EqualTo(language));
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), "nothing sticks out at the side");
        Assert.That(await page.Locator("[style], style, script:not([src])").CountAsync(), Is.Zero, "nothing is inline");
        Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1));
        Assert.That(await HeadingsJumpAsync(page), Is.False, "headings follow one another");
        var axe = await page.RunAxe();
        Assert.That(axe.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes[0].Html})"), Is.Empty);
        Assert.That(faults, Is.Empty, "the browser has nothing to complain of");
        Assert.That(Interlocked.Read(ref bytes), Is.InRange(1, HeaviestPage));
        await page.Context.CloseAsync();

        void Count(IRequest request) => _ = Task.Run(async () => Interlocked.Add(ref bytes, (await request.SizesAsync()).ResponseBodySize));
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task The_picture_of_the_flow_is_legible_on_a_phone(ColorScheme scheme)
    {
        var page = await Chromium.OpenAsync(site, "administrator", "vi", 360, scheme);
        await page.GotoAsync(await site.AddressOfAsync("wait-decision-grouper"));
        await page.GetByText("Toàn bộ quy trình").ClickAsync();

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
        Assert.That(await page.Locator(".flow-picture [style], .flow-picture style").CountAsync(), Is.Zero);
        Assert.That(await page.Locator(".flow-picture .is-done").CountAsync(), Is.GreaterThanOrEqualTo(4));
        Assert.That(await page.Locator(".flow-picture .is-open").CountAsync(), Is.EqualTo(1));
        Assert.That((await page.RunAxe()).Violations.Select(v => v.Help), Is.Empty);
        await page.Context.CloseAsync();
    }

    [TestCase(360)]
    [TestCase(1280)]
    public async Task Dark_windows_keep_their_contrast(int width)
    {
        foreach (var (name, user, address) in EveryPage.All)
        {
            var page = await Chromium.OpenAsync(site, user, "vi", width, ColorScheme.Dark);
            await page.GotoAsync(await EveryPage.AddressAsync(site, address));
            await OpenDetailsAsync(page);
            var axe = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions { RunOnly = Deque.AxeCore.Commons.RunOnlyOptions.Rules("color-contrast") });
            Assert.That(axe.Violations.SelectMany(v => v.Nodes).Select(n => n.Html), Is.Empty, name);
            await page.Context.CloseAsync();
        }
    }

    [Test]
    public async Task On_a_phone_everything_that_is_pressed_is_large_enough()
    {
        foreach (var (name, user, address) in EveryPage.All)
        {
            var page = await Chromium.OpenAsync(site, user, "vi", 360);
            await page.GotoAsync(await EveryPage.AddressAsync(site, address));
            var small = await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('button, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), .level, .tabs a, .site-nav a, summary')]
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))
                """);
            Assert.That(small, Is.Empty, name);
            await page.Context.CloseAsync();
        }
    }

    [Test]
    public async Task The_style_sheet_is_short()
    {
        using var visitor = site.Visit();
        var sheet = System.Text.RegularExpressions.Regex.Match((await visitor.GetAsync("/")).Body, "/assets/site\\.[0-9a-f]{12}\\.css").Value;

        Assert.That((await visitor.GetAsync(sheet)).Bytes, Has.Length.LessThan(LongestSheet));
    }

    [Test]
    public async Task Everything_is_reached_by_keyboard_and_the_first_stop_leads_to_the_content()
    {
        var page = await Chromium.OpenAsync(site, "commune-officer");
        await page.GotoAsync("/tasks");

        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.textContent"), Is.EqualTo("Đến nội dung chính"));
        await page.Keyboard.PressAsync("Enter");
        Assert.That(page.Url, Does.EndWith("#content"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Đánh giá một số nội dung của hồ sơ" }).First.FocusAsync();
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"), Is.EqualTo("solid"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task An_officer_does_a_whole_task_in_the_browser()
    {
        await using var own = await WebSite.OpenAsync();
        var page = await Chromium.OpenAsync(own, Cast.OfficerHere, "vi", 360);
        await page.GotoAsync("/tasks");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đánh giá một số nội dung của hồ sơ" }).ClickAsync();
        await page.GetByLabel("Báo cáo, nhận xét hoặc lý do").FillAsync("Nguyên liệu và lao động tại chỗ.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị tỉnh đánh giá, phân hạng" }).ClickAsync();
        Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Đề nghị tỉnh đánh giá, phân hạng?" }).IsVisibleAsync(), Is.True);
        Assert.That((await page.RunAxe()).Violations, Is.Empty);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị tỉnh đánh giá, phân hạng" }).ClickAsync();

        Assert.That(await page.GetByRole(AriaRole.Status).InnerTextAsync(), Does.Contain("Đã thực hiện: Đề nghị tỉnh đánh giá, phân hạng").And.Contain("Tiếp nhận, kiểm tra hồ sơ cấp tỉnh"));
        await page.Context.CloseAsync();
    }

    /// <summary>So that what is folded away is looked at too; the flow has a test of its own, since it is large.</summary>
    static async Task OpenDetailsAsync(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details:not(.preview, .flow)').forEach(d => d.open = true)");

    static Task<bool> HeadingsJumpAsync(IPage page) => page.EvaluateAsync<bool>("""
        [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]).some((level, i, all) => i === 0 ? level !== 1 : level > all[i - 1] + 1)
        """);
}
