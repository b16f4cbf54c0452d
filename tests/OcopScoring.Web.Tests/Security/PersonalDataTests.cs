using System.Reflection;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Security;

/// <summary>Writes a mark into everything that is personal, uses the site, and looks for the marks where they must not be.</summary>
public sealed class PersonalDataTests
{
    const string TaxCode = "4699999999", Phone = "+84999888777", Email = "dau-hieu@rieng-tu.example";

    /// <summary>Where personal data is kept or carried; another place must be marked by this test too before it may exist.</summary>
    static readonly string[] Known =
    [
        "Producer.TaxCode", "ProducerContact.Email", "ProducerContact.Phone", "ProducerContact.TaxCode",
        "ProducerStatement.Email", "ProducerStatement.Phone", "ProducerStatement.TaxCode",
    ];

    WebSite site = null!;

    [OneTimeSetUp]
    public async Task MarkAsync()
    {
        site = await WebSite.OpenAsync();
        var recognised = await site.DossierAsync("coffee-5star");
        var waiting = await site.DossierAsync("wait-council-cake");
        await site.ReadAsync(db => db.Database.ExecuteSqlAsync($"update dossiers set producer_tax_code = {TaxCode}, producer_phone = {Phone}, producer_email = {Email} where id in ({recognised.Id.Value}, {waiting.Id.Value})"));
        await site.ReadAsync(db => db.Database.ExecuteSqlAsync($"update producers set tax_code = {TaxCode} where id = {recognised.ProducerId.Value}"));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public void Everything_personal_is_marked()
    {
        var marked = typeof(PersonalAttribute).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties().Where(p => p.GetCustomAttribute<PersonalAttribute>() is not null).Select(p => $"{t.Name}.{p.Name}"));

        Assert.That(marked, Is.EquivalentTo(Known));
    }

    [Test]
    public async Task Public_pages_show_none_of_it_and_searching_for_it_finds_nothing()
    {
        using var visitor = site.Visit();
        foreach (var address in new[] { "/", "/registry", "/registry?q=ca+phe", "/verify/0001-2026-GCN-OCOP-TW", "/verify/0001-2026-GCN-OCOP-TW/certificate.png" })
            AssertClean((await visitor.GetAsync(address)).Body, address);
        foreach (var mark in new[] { TaxCode, Phone, Email })
            Assert.That((await visitor.GetAsync("/registry?q=" + Uri.EscapeDataString(mark))).Text, Does.Contain("Không tìm thấy sản phẩm nào."), mark);
    }

    [Test]
    public async Task Council_members_see_the_dossier_without_it_and_officials_with_it()
    {
        var address = await site.AddressOfAsync("wait-council-cake");
        using var member = await site.SignInAsync("council-member-1");
        using var secretary = await site.SignInAsync("province-secretary");

        foreach (var tab in new[] { "", "/evidence", "/self-assessment", "/reports", "/rounds", "/history" })
            AssertClean((await member.GetAsync(address + tab)).Body, tab);
        Assert.That((await secretary.GetAsync(address)).Text, Does.Contain(Phone).And.Contain(Email).And.Contain(TaxCode));
    }

    [Test]
    public async Task Logs_hold_none_of_it_whatever_is_asked()
    {
        using var visitor = await site.SignInAsync("administrator");
        foreach (var address in new[] { await site.AddressOfAsync("coffee-5star"), "/dossiers?q=" + Uri.EscapeDataString(Email), "/registry?q=" + Uri.EscapeDataString(Phone), "/nope?" + TaxCode })
            await visitor.GetAsync(address);
        await visitor.SendSignInAsync(Email, TaxCode);

        Assert.That(site.Log.All, Has.Some.Contains("RequestPath=\"/registry\""), "the log is written");
        foreach (var line in site.Log.All)
            AssertClean(line, "a line of the log");
    }

    static void AssertClean(string text, string where)
    {
        foreach (var mark in new[] { TaxCode, Phone, Email, Uri.EscapeDataString(Phone), Uri.EscapeDataString(Email) })
            Assert.That(text, Does.Not.Contain(mark), where);
    }
}
