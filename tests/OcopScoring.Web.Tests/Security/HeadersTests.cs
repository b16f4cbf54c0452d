using System.Net;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Security;

public sealed class HeadersTests
{
    WebSite site = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [TestCase("/")]
    [TestCase("/sign-in")]
    [TestCase("/nope")]
    [TestCase("/verify/none")]
    public async Task Pages_load_only_what_is_ours_and_nothing_inline(string path)
    {
        using var visitor = site.Visit();

        var answer = await visitor.GetAsync(path);

        Assert.That(answer.Headers["Content-Security-Policy"], Does.Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'").And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'"));
        Assert.That(answer.Headers["Content-Security-Policy"], Does.Not.Contain("unsafe"));
        Assert.That(answer.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
        Assert.That(answer.Headers["Referrer-Policy"], Is.EqualTo("same-origin"));
        Assert.That(answer.Headers["Cache-Control"], Does.Contain("no-store"));
        Assert.That(answer.Headers.Keys, Has.None.EqualTo("Server"));
    }

    [Test]
    public async Task Uploaded_files_run_nothing_and_are_saved_under_their_name()
    {
        using var visitor = await site.SignInAsync("administrator");
        var evidence = await site.ReadAsync(db => db.Evidence.AsNoTracking().Where(e => e.FileName.EndsWith(".pdf")).FirstAsync());

        var answer = await visitor.GetAsync($"/evidence/{evidence.Id}");

        Assert.That(answer.Headers["Content-Type"], Is.EqualTo("application/pdf"));
        Assert.That(answer.Headers["Content-Disposition"], Does.StartWith("attachment").And.Contain(evidence.FileName));
        Assert.That(answer.Headers["Content-Security-Policy"], Does.Contain("sandbox").And.Contain("default-src 'none'"));
        Assert.That(answer.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
        Assert.That(answer.Headers["Cache-Control"], Is.EqualTo("no-store"));
    }

    [Test]
    public async Task Assets_are_kept_for_good_under_the_hash_of_their_content()
    {
        using var visitor = site.Visit();
        var page = await visitor.GetAsync("/");
        var sheet = System.Text.RegularExpressions.Regex.Match(page.Body, "/assets/site\\.[0-9a-f]{12}\\.css").Value;

        var answer = await visitor.GetAsync(sheet);

        Assert.That(answer.Headers["Cache-Control"], Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(answer.Headers["Content-Type"], Is.EqualTo("text/css; charset=utf-8"));
        Assert.That((await visitor.GetAsync("/assets/site.000000000000.css")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Health_tells_a_living_process_from_one_that_can_serve()
    {
        using var visitor = site.Visit();
        Assert.That((await visitor.GetAsync("/health/live")).Body, Is.EqualTo("live"));
        Assert.That((await visitor.GetAsync("/health/ready")).Body, Is.EqualTo("ready"));

        await using var cut = await WebSite.OpenAsync(options => options with { Core = options.Core with { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x;Timeout=2" } });
        using var other = cut.Visit();
        Assert.That((await other.GetAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.GetAsync("/health/ready")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        var page = await other.GetAsync("/");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(page.Text, Does.Contain("Có lỗi của hệ thống").And.Not.Contain("Npgsql").And.Not.Contain("127.0.0.1"));
    }

    [Test]
    public async Task A_session_lives_on_when_another_node_answers()
    {
        using var visitor = await site.SignInAsync("administrator");
        var session = visitor.Cookies.Single(c => c.Name == "ocop-session").Value;

        Assert.That(await site.ReadAsync(db => db.DataProtectionKeys.CountAsync()), Is.GreaterThan(0), "the keys lie in the database");
        Assert.That(session, Is.Not.Empty);
    }
}
