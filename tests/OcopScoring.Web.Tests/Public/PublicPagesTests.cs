using System.Net;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests.Public;

public sealed class PublicPagesTests
{
    WebSite site = null!;
    Visitor visitor = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => site = await WebSite.OpenAsync();

    [SetUp]
    public void Visit() => visitor = site.Visit();

    [TearDown]
    public void Leave() => visitor.Dispose();

    [OneTimeTearDown]
    public async Task CloseAsync() => await site.DisposeAsync();

    [Test]
    public async Task The_home_page_counts_what_the_database_holds()
    {
        var (held, waiting) = await site.ReadAsync(async db => (
            await db.Certificates.CountAsync(c => c.SupersededOn == null && c.RevokedOn == null),
            await db.Dossiers.CountAsync(d => d.State == Core.Dossiers.DossierState.Waiting)));

        var home = await visitor.GetAsync("/");

        Assert.That(held, Is.EqualTo(16));
        Assert.That(home.Text, Does.Contain($"sản phẩm đang được công nhận {held} ").And.Contain($"hồ sơ đang được đánh giá {waiting} "));
        Assert.That(home.Text, Does.Contain("Cấp xã").And.Contain("Cấp trung ương").And.Contain("Quyết định 26/2026/QĐ-TTg"));
    }

    [TestCase("ho tieu dak song", "Tiêu đen nguyên hạt Đắk Song")]
    [TestCase("HỒ TIÊU", "Tiêu đen nguyên hạt Đắk Song")]
    [TestCase("gui may k'ho", "Gùi mây K'Ho Bảo Thuận")]
    public async Task A_product_is_found_without_accents_and_by_its_producer(string typed, string product)
    {
        var found = await visitor.GetAsync("/registry?q=" + Uri.EscapeDataString(typed));

        Assert.That(found.Text, Does.Contain(product));
        Assert.That(found.Text, Does.Not.Contain("Cà phê Arabica"));
    }

    [TestCase("%")]
    [TestCase("_")]
    [TestCase("\\")]
    public async Task Signs_of_patterns_are_searched_for_as_they_are(string typed)
    {
        var found = await visitor.GetAsync("/registry?q=" + Uri.EscapeDataString(typed));

        Assert.That(found.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(found.Text, Does.Contain("0 sản phẩm được chứng nhận"));
    }

    [Test]
    public async Task A_whole_number_leads_to_its_certificate()
    {
        var answer = await visitor.GetAsync("/registry?q=" + Uri.EscapeDataString("0001/2026/gcn-ocop-tw"));

        Assert.That(answer.Location, Is.EqualTo("/verify/0001-2026-GCN-OCOP-TW"));
    }

    [Test]
    public async Task Facets_narrow_and_pages_hold_together()
    {
        var four = await visitor.GetAsync("/registry?stars=4");
        var elsewhere = await visitor.GetAsync("/registry?province=01");

        Assert.That(four.Text, Does.Contain("7 sản phẩm được chứng nhận").Or.Contain("8 sản phẩm được chứng nhận"));
        Assert.That(elsewhere.Text, Does.Contain("0 sản phẩm được chứng nhận"));
    }

    [Test]
    public async Task The_address_of_the_QR_shows_a_certificate_in_force()
    {
        var page = await visitor.GetAsync("/verify/0001-2026-GCN-OCOP-TW");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Text, Does.Contain("Giấy chứng nhận thật, còn hiệu lực").And.Contain("Cà phê Arabica rang mộc Lang Biang Ban Mai"));
        Assert.That(page.Text, Does.Contain("5 sao").And.Contain("91,29 trên 100").And.Contain("28/09/2029 (36 tháng)"));
    }

    [Test]
    public async Task A_superseded_certificate_names_the_newer_one()
    {
        var page = await visitor.GetAsync("/verify/0001-2026-GCN-OCOP-68");

        Assert.That(page.Text, Does.Contain("Giấy chứng nhận thật, đã được thay thế"));
        Assert.That(page.Body, Does.Contain("href=\"/verify/0016-2026-GCN-OCOP-68\""));
    }

    [Test]
    public async Task A_certificate_whose_months_are_over_is_expired()
    {
        await using var later = await WebSite.OpenAsync();
        later.Clock.SetUtcNow(SampleProvince.Today.AddYears(3));
        using var somebody = later.Visit();

        var page = await somebody.GetAsync("/verify/0001-2026-GCN-OCOP-TW");

        Assert.That(page.Text, Does.Contain("Giấy chứng nhận thật, đã hết hiệu lực").And.Contain("Không còn hiệu lực vào ngày 23/11/2029"));
    }

    [Test]
    public async Task An_unknown_number_is_called_not_genuine()
    {
        var page = await visitor.GetAsync("/verify/9999-2026-GCN-OCOP-68");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page.Text, Does.Contain("Không có giấy chứng nhận này").And.Contain("không thật"));
    }

    [Test]
    public async Task A_number_from_an_address_is_shown_as_text()
    {
        var page = await visitor.GetAsync("/verify/" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));

        Assert.That(page.Body, Does.Not.Contain("<img src=x").IgnoreCase);
    }

    [Test]
    public async Task The_certificate_comes_as_issued_and_as_a_picture()
    {
        var issued = await site.ReadAsync(db => db.Certificates.Where(c => c.Slug == "0001-2026-GCN-OCOP-TW").Select(c => c.PdfSha256).SingleAsync());

        var pdf = await visitor.GetAsync("/verify/0001-2026-GCN-OCOP-TW/certificate.pdf");
        var png = await visitor.GetAsync("/verify/0001-2026-GCN-OCOP-TW/certificate.png");

        Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf.Bytes)), Is.EqualTo(issued));
        Assert.That(pdf.Headers["Content-Type"], Is.EqualTo("application/pdf"));
        Assert.That(pdf.Headers["Content-Disposition"], Does.Contain("0001-2026-GCN-OCOP-TW.pdf"));
        Assert.That(png.Bytes[..4], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }));
    }

    [Test]
    public async Task A_search_that_is_too_long_is_refused_in_words()
    {
        var page = await visitor.GetAsync("/registry?q=" + new string('a', 200));

        Assert.That(page.Text, Does.Contain("tối đa 120 ký tự"));
    }
}
