using System.Security.Cryptography;
using SkiaSharp;

namespace OcopScoring.Documents.Tests;

/// <summary>The same decision gives the same certificate; another gives another.</summary>
public sealed class SameAgainTests
{
    [Test]
    public async Task The_same_model_gives_the_same_bytes()
    {
        var first = await Given.Pdf(Given.ACertificate());
        Assert.That(await Given.Pdf(Given.ACertificate()), Is.EqualTo(first));
    }

    [Test]
    public async Task Many_threads_at_once_give_what_one_gives()
    {
        var models = Enumerable.Range(1, 8).Select(i => Given.ACertificate() with { ProductName = $"Chè Ấm {i}", Stars = i % 3 + 3 }).ToArray();
        var alone = new List<string>();
        foreach (var model in models) alone.Add(Hash(await Given.Pdf(model)));
        var together = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => Hash(await Given.Pdf(models[i % 8])))));
        Assert.That(together, Is.EqualTo(Enumerable.Range(0, 64).Select(i => alone[i % 8])));
        Assert.That(alone, Is.Unique);
    }

    [Test]
    public async Task The_receipt_tells_length_hash_template_and_engine()
    {
        using var output = new MemoryStream();
        var receipt = await Given.Renderer.RenderAsync(Given.ACertificate(), RenderOptions.Pdf, output, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(receipt.Bytes, Is.EqualTo(output.Length));
            Assert.That(receipt.Sha256, Is.EqualTo(Hash(output.ToArray())));
            Assert.That(receipt.Template, Is.EqualTo("cert/2026-01"));
            Assert.That(receipt.Engine, Does.StartWith("skia-"));
            Assert.That(receipt.Pages, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_cancelled_rendering_writes_nothing()
    {
        using var output = new MemoryStream();
        await Assert.ThatAsync(
            () => Given.Renderer.RenderAsync(Given.ACertificate(), RenderOptions.Pdf, output, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public async Task Days_below_ten_and_the_first_two_months_take_a_nought()
    {
        var early = Given.ACertificate() with { IssuedOn = new(2027, 2, 5), ValidUntil = new(2030, 2, 5) };
        var later = Given.ACertificate() with { IssuedOn = new(2026, 9, 30), ValidUntil = new(2029, 9, 30) };
        Assert.That(Tool.Words(await Given.Pdf(early)), Does.Contain("Lâm Đồng, ngày 05 tháng 02 năm 2027"));
        Assert.That(Tool.Words(await Given.Pdf(later)), Does.Contain("Lâm Đồng, ngày 30 tháng 9 năm 2026"));
    }

    [Test]
    public async Task The_drawn_page_is_the_stored_picture()
    {
        using var drawn = SKBitmap.Decode(Tool.Picture(await Given.Pdf(Given.ACertificate()), Pictures.Dpi));
        using var stored = Pictures.Stored();
        Assert.That(Pictures.Difference(drawn, stored), Is.LessThan(Pictures.Tolerance));
    }

    [Test]
    public async Task A_small_change_of_the_page_is_more_than_the_tolerance()
    {
        using var stored = Pictures.Stored();
        (string What, CertificateModel Model)[] changes =
        [
            ("stars", Given.ACertificate() with { Stars = 3 }),
            ("name", Given.ACertificate() with { ProductName = "Cà phê Arabica Cầu Đất rang mộc nguyên hột" }),
            ("signatory", Given.ACertificate() with { SignatoryVi = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] }),
        ];
        foreach (var (what, model) in changes)
        {
            using var drawn = SKBitmap.Decode(Tool.Picture(await Given.Pdf(model), Pictures.Dpi));
            Assert.That(Pictures.Difference(drawn, stored), Is.GreaterThan(Pictures.Tolerance), what);
        }
    }

    [Test]
    public async Task The_preview_shows_the_page_of_the_PDF()
    {
        const int dpi = 216;
        using var page = SKBitmap.Decode(Tool.Picture(await Given.Pdf(Given.ACertificate()), dpi));
        using var preview = SKBitmap.Decode(await Given.Render(Given.ACertificate(), RenderOptions.Png(dpi)));
        using var other = SKBitmap.Decode(await Given.Render(Given.ACertificate() with { Stars = 3 }, RenderOptions.Png(dpi)));
        Assert.That(Pictures.DifferenceOfMeans(preview, page), Is.LessThan(2 * Pictures.Tolerance), "another rasteriser draws edges a little differently");
        Assert.That(Pictures.DifferenceOfMeans(other, page), Is.GreaterThan(4 * Pictures.Tolerance));
    }

    [TestCase(72, 842, 595)]
    [TestCase(150, 1754, 1240)]
    public async Task A_preview_has_the_pixels_its_resolution_asks_for(int dpi, int width, int height)
    {
        using var preview = SKBitmap.Decode(await Given.Render(Given.ACertificate(), RenderOptions.Png(dpi)));
        Assert.That((preview.Width, preview.Height), Is.EqualTo((width, height)));
    }

    [TestCase(35)]
    [TestCase(601)]
    public async Task A_resolution_out_of_range_is_refused(int dpi)
        => await Assert.ThatAsync(() => Given.Render(Given.ACertificate(), RenderOptions.Png(dpi)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
