using CsCheck;
using OcopScoring.Documents.Certificates;
using OcopScoring.Documents.Layout;
using SkiaSharp;

namespace OcopScoring.Documents.Tests;

/// <summary>What is inked, measured: no accent touches the line above, nothing collides, nothing leaves the frame.</summary>
public sealed class InkTests
{
    sealed record Ink(string What, double Left, double Top, double Right, double Bottom)
    {
        public bool Touches(Ink other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    [Test]
    public void Nothing_collides_on_the_usual_certificate() => MustBeFree(Given.ACertificate());

    [Test]
    public void Nothing_collides_on_a_certificate_of_long_names() => MustBeFree(Given.ALongCertificate());

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void Nothing_collides_whatever_the_stars(int stars) => MustBeFree(Given.ACertificate() with { Stars = stars, ResultSha256 = null, Note = null });

    [Test]
    public void Nothing_collides_on_any_certificate_that_fits()
        => Names.Models.Where(model => Given.Renderer.Fits(model).Fits).Sample(MustBeFree, iter: 200);

    [Test]
    public void Stacked_capitals_of_wrapped_lines_stay_clear_of_the_line_above()
    {
        var laid = Lay(Given.ACertificate() with { ProductName = Given.Filled("ỂẾẨẤỖỮỬ ẰẴỆỌ GỤY QUẬY", 150) });
        var lines = laid.OfType<TextMark>().Where(text => text.Node == "ProductName").ToList();
        Assert.That(lines, Has.Count.GreaterThan(1));
        foreach (var (above, below) in lines.Zip(lines.Skip(1)))
        {
            Assert.That(below.Ink().Top - above.Ink().Bottom, Is.GreaterThanOrEqualTo(-0.001));
            Assert.That(below.Baseline - above.Baseline, Is.GreaterThanOrEqualTo(1.35 * above.Size - 0.001));
        }
    }

    [Test]
    public async Task On_the_drawn_page_white_shows_between_the_title_and_the_line_above()
    {
        const int dpi = 200;
        using var picture = SKBitmap.Decode(Tool.Picture(await Given.Pdf(Given.ACertificate()), dpi));
        var marks = Lay(Given.ACertificate()).OfType<TextMark>().ToList();
        var (above, title) = (marks.Single(m => m.Node == "AuthorityEn"), marks.Single(m => m.Node == "Title"));

        bool Dark(int row) => Enumerable.Range(Pixel(title.X), Pixel(title.Width)).Any(x => picture.GetPixel(x, row) is var p && p.Green < 140);
        int Pixel(double points) => (int)(points * dpi / 72);
        var rows = Enumerable.Range(Pixel(above.Baseline), Pixel(title.Baseline) - Pixel(above.Baseline)).Select(Dark).ToList();

        var white = rows.IndexOf(false);
        var accent = rows.FindIndex(white, dark => dark);
        Assert.That(accent - white, Is.GreaterThanOrEqualTo(1));
        Assert.That(Pixel(above.Baseline) + accent, Is.EqualTo(Pixel(title.Ink().Top)).Within(2), "the first ink below the white is the accent of Ấ");
    }

    static void MustBeFree(CertificateModel model)
    {
        var marks = Lay(model);
        var inks = marks.Select(InkOf).OfType<Ink>().ToList();
        Assert.That(inks, Has.Count.GreaterThan(20));
        for (var i = 0; i < inks.Count; i++)
        {
            var ink = inks[i];
            Assert.That(ink.Left >= 42 && ink.Right <= Frame.Width - 42 && ink.Bottom <= Frame.Height - 42 && ink.Top >= 72, $"{ink} is not within the frame");
            foreach (var other in inks.Skip(i + 1))
                Assert.That(ink.Touches(other), Is.False, $"{ink} touches {other}");
        }
    }

    static Ink? InkOf(Mark mark) => mark switch
    {
        // A run of a line with several begins where the one before ended.
        TextMark text => new($"{text.Node} {text.Run.Text}",
            text.X + text.Run.Positions[0].X * text.Size, text.Ink().Top, text.X + text.Run.Positions[^1].X * text.Size, text.Ink().Bottom),
        VectorMark { Drawing.Key: "frame-2026" or "watermark-2026" or "emblem-2026" } => null,
        VectorMark vector => new(vector.Drawing.Key ?? "qr", vector.X, vector.Y, vector.X + vector.Width, vector.Y + vector.Height),
        _ => null,
    };

    static IReadOnlyList<Mark> Lay(CertificateModel model)
    {
        var laid = Layouter.Lay(new Certificate202601().Build(model));
        Assert.That(laid.Problems, Is.Empty);
        return laid.Pages.Single().Marks;
    }
}
