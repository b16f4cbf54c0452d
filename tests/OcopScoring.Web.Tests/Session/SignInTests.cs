using System.Net;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Session;

public sealed class SignInTests
{
    WebSite site = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public async Task The_demo_names_an_account_for_every_role_and_never_the_password()
    {
        using var visitor = site.Visit();

        var page = await visitor.GetAsync("/sign-in");

        Assert.That(page.Text, Does.Contain("commune-officer").And.Contain("district-chair").And.Contain("central-advisory-team").And.Contain("council-member-4").And.Contain("administrator"));
        Assert.That(page.Body, Does.Not.Contain(SampleProvince.Password));
    }

    [Test]
    public async Task Outside_a_demonstration_no_account_is_named()
    {
        await using var serious = await WebSite.OpenAsync(options => options with { Demo = false });
        using var visitor = serious.Visit();

        Assert.That((await visitor.GetAsync("/sign-in")).Text, Does.Not.Contain("commune-officer"));
    }

    [Test]
    public async Task The_password_lies_in_a_file_for_its_owner_alone()
    {
        var file = Path.Combine(SampleProvince.Folder, "demo-password");

        Assert.That((await File.ReadAllTextAsync(file)).Trim(), Is.EqualTo(SampleProvince.Password).And.Length.EqualTo(16));
        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        using var visitor = site.Visit();
        var asked = await visitor.GetAsync("/dossiers?state=waiting");
        Assert.That(asked.Location, Does.Contain("/sign-in?return=%2Fdossiers%3Fstate%3Dwaiting"));

        var answer = await visitor.SendSignInAsync("administrator", SampleProvince.Password, "?return=%2Fdossiers%3Fstate%3Dwaiting");

        Assert.That(answer.Location, Is.EqualTo("/dossiers?state=waiting"));
        Assert.That((await visitor.GetAsync(answer.Location!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("https://example.vn/")]
    [TestCase("//example.vn/")]
    [TestCase("/\\example.vn/")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        using var visitor = site.Visit();

        var answer = await visitor.SendSignInAsync("administrator", SampleProvince.Password, "?return=" + Uri.EscapeDataString(elsewhere));

        Assert.That(answer.Location, Is.EqualTo("/tasks"));
    }

    [Test]
    public async Task A_wrong_password_is_told_without_saying_whether_the_name_exists()
    {
        using var visitor = site.Visit();

        var wrong = await visitor.SendSignInAsync("administrator", "không phải mật khẩu");
        var unknown = await visitor.SendSignInAsync("nobody-at-all", "không phải mật khẩu");

        Assert.That(wrong.Text, Does.Contain("Tên đăng nhập hoặc mật khẩu không đúng."));
        Assert.That(unknown.Text, Does.Contain("Tên đăng nhập hoặc mật khẩu không đúng."));
        Assert.That(wrong.Value("user"), Is.EqualTo("administrator"), "what was typed is kept");
        Assert.That(wrong.Body, Does.Not.Contain("không phải mật khẩu"), "but never the password");
    }

    [Test]
    public async Task Too_many_wrong_passwords_lock_the_account()
    {
        using var visitor = site.Visit();
        for (var i = 0; i < 8; i++)
            await visitor.SendSignInAsync("district-chair", "wrong");

        var right = await visitor.SendSignInAsync("district-chair", SampleProvince.Password);

        Assert.That(right.Text, Does.Contain("Tài khoản tạm khoá"));
    }

    [Test]
    public async Task Too_many_attempts_from_one_address_are_turned_away_with_a_page()
    {
        await using var strict = await WebSite.OpenAsync(options => options with { SignInsPerMinute = 3, LookUpsPerMinute = 3 });
        using var visitor = strict.Visit();
        for (var i = 0; i < 3; i++)
            await visitor.SendSignInAsync("administrator", "wrong");
        for (var i = 0; i < 3; i++)
            await visitor.GetAsync("/registry");

        var fourth = await visitor.SendSignInAsync("administrator", "wrong");
        var search = await visitor.GetAsync("/registry");

        Assert.That((fourth.Status, search.Status), Is.EqualTo((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests)));
        Assert.That(fourth.Text, Does.Contain("Quá nhiều yêu cầu"));
        Assert.That((await visitor.GetAsync("/sign-in")).Status, Is.EqualTo(HttpStatusCode.OK), "looking at the form is no attempt");
    }

    [Test]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var visitor = site.Visit();
        var page = await visitor.GetAsync("/sign-in");

        var answer = await visitor.PostAsync("/sign-in", page with { Body = "" }, ("_handler", "sign-in"), ("user", "administrator"), ("password", SampleProvince.Password));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Biểu mẫu đã cũ"));
        Assert.That(visitor.Cookies.Any(c => c.Name == "ocop-session"), Is.False);
    }

    [Test]
    public async Task Cookies_are_kept_from_scripts_and_other_sites()
    {
        using var visitor = await site.SignInAsync("administrator");

        Assert.That(visitor.Cookies.Select(c => c.Name), Does.Contain("ocop-session").And.Contain("ocop-form"));
        Assert.That(visitor.Cookies.All(c => c.HttpOnly), Is.True);
        var page = await site.Visit().GetAsync("/sign-in");
        Assert.That(page.Headers["Set-Cookie"], Does.Contain("samesite=strict").And.Contain("httponly"));
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await site.SignInAsync("administrator");
        var tasks = await visitor.GetAsync("/tasks");

        var answer = await visitor.PostAsync("/sign-out", tasks, ("_handler", "sign-out"));

        Assert.That(answer.Location, Is.EqualTo("/sign-out"));
        Assert.That((await visitor.GetAsync("/tasks")).Location, Does.Contain("/sign-in"));
    }

    [Test]
    public async Task A_role_that_ended_yesterday_opens_nothing()
    {
        using var visitor = await site.SignInAsync(Cast.FormerOfficer);

        var tasks = await visitor.GetAsync("/tasks");
        var dossier = await visitor.GetAsync(await site.AddressOfAsync(Cast.WaitingDossier));

        Assert.That(tasks.Text, Does.Contain("Hiện không có việc nào chờ bạn."));
        Assert.That(dossier.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_language_is_switched_and_the_page_kept()
    {
        using var visitor = site.Visit();

        var answer = await visitor.GetAsync("/language/en?back=" + Uri.EscapeDataString("/registry?stars=4"));
        var page = await visitor.GetAsync(answer.Location!);

        Assert.That(answer.Location, Is.EqualTo("/registry?stars=4"));
        Assert.That(page.Body, Does.Contain("<html lang=\"en\">").And.Contain("OCOP product look-up"));
        Assert.That((await visitor.GetAsync("/language/en?back=https://example.vn")).Location, Is.EqualTo("/"));
    }
}
