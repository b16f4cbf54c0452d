using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Tree;
using SkiaSharp;
using UglyToad.PdfPig;

namespace OcopScoring.Documents.Tests;

/// <summary>What any engine must do with a tree; a fixture for each engine gives the engine.</summary>
public abstract class EngineConformance
{
    static readonly FontFace Sans = new("Be Vietnam Pro", 400);
    static readonly Colour Black = new(0, 0, 0), Red = new(255, 0, 0);
    static readonly Drawing Square = new("square", 10, 10, [new("M0 0L10 0L10 10L0 10Z") { Fill = Red }]);

    protected abstract IDocumentEngine Engine { get; }

    [Test]
    public void Each_page_of_the_tree_is_a_page_of_its_size()
    {
        var pdf = Draw(PageOf(Words("một")), PageOf(Words("hai")) with { Width = 300 });
        using var document = PdfDocument.Open(pdf);
        Assert.That(document.NumberOfPages, Is.EqualTo(2));
        Assert.That(document.GetPages().Select(page => (page.Width, page.Height)), Is.EqualTo(new[] { (400.0, 200.0), (300.0, 200.0) }));
        Assert.That(document.GetPages().Select(page => page.Text), Is.EqualTo(new[] { "một", "hai" }));
    }

    [Test]
    public void The_file_says_what_the_tree_says_of_it()
    {
        var info = Tool.Info(Draw(PageOf(Words("x"))), "-isodates");
        Assert.That(info, Does.Match(@"Title:\s+Tựa đề\n").And.Match(@"Author:\s+Tác giả\n").And.Match(@"Subject:\s+Chủ đề\n").And.Match(@"Keywords:\s+từ khóa\n"));
        Assert.That(info, Does.Match(@"CreationDate:\s+2026-01-05T08:00:00"));
    }

    [Test]
    public void A_column_stacks_and_its_spacers_share_the_height_left_over()
    {
        var marks = Squares(Draw(PageOf(new Column([Tile(20), new Spacer(0, 1), Tile(20), new Spacer(0, 3), Tile(20)]))));
        // 160 points within the margins, less three tiles of 20: 100 to share.
        Assert.That(marks, Is.EqualTo(new[] { (20, 20, 20), (20, 65, 20), (20, 160, 20) }));
    }

    [Test]
    public void A_row_gives_constant_widths_first_and_shares_the_rest()
    {
        var marks = Squares(Draw(PageOf(new Row([new(Tile(10), 60), new(Tile(10), Share: 1), new(Tile(10), Share: 2)]))));
        Assert.That(marks, Is.EqualTo(new[] { (20, 20, 10), (80, 20, 10), (180, 20, 10) }));
    }

    [TestCase(Horizontal.Left, Vertical.Top, 20, 20)]
    [TestCase(Horizontal.Center, Vertical.Middle, 190, 90)]
    [TestCase(Horizontal.Right, Vertical.Bottom, 360, 160)]
    public void A_child_is_aligned_within_its_box(Horizontal horizontal, Vertical vertical, int x, int y)
        => Assert.That(Squares(Draw(PageOf(new Align(horizontal, vertical, Tile(20))))), Is.EqualTo(new[] { (x, y, 20) }));

    [Test]
    public void Padding_moves_its_child_and_layers_lie_on_each_other()
    {
        var content = new Layers([new Padding(new(30, 40, 0, 0), Tile(20)), new Align(Horizontal.Right, Vertical.Bottom, Tile(10))]);
        Assert.That(Squares(Draw(PageOf(content))), Is.EqualTo(new[] { (50, 60, 20), (370, 170, 10) }));
    }

    [Test]
    public void The_background_covers_the_sheet_and_the_footer_stands_at_the_bottom()
    {
        var page = PageOf(new Align(Horizontal.Right, Vertical.Bottom, Tile(20))) with { Background = Tile(12), Footer = Tile(30) };
        Assert.That(Squares(Draw(page)), Is.EqualTo(new[] { (0, 0, 12), (360, 130, 20), (20, 150, 30) }));
    }

    [Test]
    public void Instances_of_a_shape_are_drawn_at_their_places_and_in_the_scale_of_the_drawing()
    {
        var drawing = new Drawing("two", 20, 10, [new("M0 0L5 0L5 5L0 5Z") { Fill = Red, Instances = [System.Numerics.Matrix3x2.Identity, System.Numerics.Matrix3x2.CreateTranslation(10, 0)] }]);
        Assert.That(Squares(Draw(PageOf(new Vector(drawing, 80)))), Is.EqualTo(new[] { (20, 20, 20), (60, 20, 20) }));
    }

    [Test]
    public void Text_takes_the_first_step_that_fits_and_breaks_at_spaces()
    {
        var text = Words("Chè xanh đặc sản Thái Nguyên") with { Steps = [new(40, 1), new(20, 1), new(16, 3)] };
        var pdf = Draw(PageOf(new Row([new(text, 120)])));
        Assert.That(Tool.Text(pdf).Trim().Split('\n'), Is.EqualTo(new[] { "Chè xanh đặc", "sản Thái", "Nguyên" }));
        using var document = PdfDocument.Open(pdf);
        Assert.That(document.GetPage(1).Letters.Select(letter => Math.Round(letter.PointSize)).Distinct(), Is.EqualTo(new[] { 16.0 }));
    }

    [Test]
    public void Balanced_lines_are_of_about_one_length()
    {
        var text = Words("một hai ba bốn năm sáu bảy tám chín mười mười một") with { Steps = [new(16, 2)], Balanced = true };
        var lines = Tool.Text(Draw(PageOf(text))).Trim().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(Math.Abs(lines[0].Length - lines[1].Length), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public void A_word_longer_than_the_line_is_cut_only_at_the_last_step()
    {
        var text = Words(new string('m', 30)) with { Steps = [new(20, 3), new(16, 5)] };
        using var document = PdfDocument.Open(Draw(PageOf(new Row([new(text, 120)]))));
        Assert.That(document.GetPage(1).Text, Is.EqualTo(new string('m', 30)));
        Assert.That(document.GetPage(1).Letters[0].PointSize, Is.EqualTo(16).Within(0.01));
    }

    [Test]
    public void Text_that_does_not_fit_is_reported_by_name_and_not_drawn()
    {
        var tree = TreeOf(PageOf(Words(new string('m', 300)) with { Name = "Tên", Steps = [new(16, 2)] }));
        Assert.That(Engine.Check(tree).Single(), Has.Property("Node").EqualTo("Tên").And.Property("MaxLines").EqualTo(2).And.Property("AtSize").EqualTo(16));
        using var output = new MemoryStream();
        Assert.That(() => Engine.Render(tree, Pdf, output), Throws.InstanceOf<LayoutException>());
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public void Of_several_contents_the_first_that_fits_is_taken()
    {
        var page = PageOf(Words("to")) with { Contents = [new Column([Words("cao"), new Spacer(500)]), Words("vừa"), Words("nhỏ")] };
        Assert.That(Tool.Words(Draw(page)), Is.EqualTo("vừa"));
    }

    [Test]
    public void A_page_that_is_too_full_is_reported()
        => Assert.That(Engine.Check(TreeOf(PageOf(new Spacer(500)))).Select(problem => problem.Node), Is.EqualTo(new[] { "page" }));

    [Test]
    public void A_rule_runs_under_its_text()
    {
        var pdf = Draw(PageOf(Words("mmmmmmmm") with { Rule = new(2, 4, Red) }));
        using var document = PdfDocument.Open(pdf);
        var letters = document.GetPage(1).Letters;
        using var picture = SKBitmap.Decode(Tool.Picture(pdf, 72));
        var red = Pixels(picture).Where(p => p.Colour is { Red: > 200, Green: < 100 }).ToList();
        Assert.That(red.Min(p => p.X), Is.EqualTo(letters[0].StartBaseLine.X).Within(1.5));
        Assert.That(red.Max(p => p.X), Is.EqualTo(letters[^1].EndBaseLine.X).Within(1.5));
        Assert.That(red.Min(p => p.Y), Is.GreaterThan(200 - letters[0].StartBaseLine.Y));
    }

    [Test]
    public void A_QR_code_is_readable_and_a_link_leads_on()
    {
        var pdf = Draw(PageOf(new Link("https://ocop.example.vn/1", new Qr("https://ocop.example.vn/1?tên=chè", 120))));
        Assert.That(Tool.Scan(Tool.Picture(pdf, 150)), Is.EqualTo("https://ocop.example.vn/1?tên=chè"));
        Assert.That(Tool.Info(pdf, "-url"), Does.Contain("https://ocop.example.vn/1"));
    }

    [Test]
    public void A_QR_code_has_four_light_modules_around_it()
    {
        using var picture = SKBitmap.Decode(Tool.Picture(Draw(PageOf(new Qr("x", 145))), 144));
        // Version 1 has 21 modules: with the quiet zone 29, of 10 pixels each.
        var dark = Pixels(picture).Where(p => p.Colour.Green < 128).ToList();
        Assert.That((dark.Min(p => p.X), dark.Min(p => p.Y), dark.Max(p => p.X), dark.Max(p => p.Y)), Is.EqualTo((40 + 40, 40 + 40, 40 + 249, 40 + 249)));
    }

    [Test]
    public void A_required_capability_that_is_missing_is_an_error_and_nothing_is_written()
    {
        var all = EngineCapabilities.Tagged | EngineCapabilities.Deterministic | EngineCapabilities.Subsetting | EngineCapabilities.Preview;
        Assert.That(Engine.Capabilities, Is.Not.EqualTo(all), "an engine that can do everything needs another test");
        using var output = new MemoryStream();
        Assert.That(() => Engine.Render(TreeOf(PageOf(Words("x"))), Pdf with { Requires = all }, output),
            Throws.InstanceOf<MissingCapabilityException>().With.Property("Missing").EqualTo(all & ~Engine.Capabilities));
        Assert.That(output.Length, Is.Zero);
    }

    static EngineOptions Pdf => new(DocumentFormat.Pdf, 150, EngineCapabilities.None);

    static Text Words(string text) => new("text", [new(text, Sans, Black)], [new(16, 10)]);

    static Vector Tile(double side) => new(Square, side);

    static Page PageOf(Node content) => new(400, 200, Edges.All(20), new Spacer(0), [content], new Spacer(0));

    static DocumentTree TreeOf(params Page[] pages)
        => new("test/1", new("Tựa đề", "Tác giả", "Chủ đề", "từ khóa", new(2026, 1, 5, 15, 0, 0, TimeSpan.FromHours(7))), pages);

    byte[] Draw(params Page[] pages)
    {
        using var output = new MemoryStream();
        var receipt = Engine.Render(TreeOf(pages), Pdf, output);
        Assert.That((receipt.Pages, receipt.Bytes, receipt.Engine), Is.EqualTo((pages.Length, output.Length, Engine.Name)));
        return output.ToArray();
    }

    /// <summary>Upper left corner and side of each red square on the first page, from above, in points.</summary>
    static List<(int X, int Y, int Side)> Squares(byte[] pdf)
    {
        using var picture = SKBitmap.Decode(Tool.Picture(pdf, 72));
        var red = Pixels(picture).Where(p => p.Colour is { Red: > 200, Green: < 60 }).Select(p => (p.X, p.Y)).ToHashSet();
        return
        [
            .. red.Where(p => !red.Contains((p.X - 1, p.Y)) && !red.Contains((p.X, p.Y - 1)))
                .OrderBy(p => p.Y).ThenBy(p => p.X)
                .Select(p => (p.X, p.Y, Enumerable.Range(0, 400).TakeWhile(i => red.Contains((p.X + i, p.Y))).Count())),
        ];
    }

    static IEnumerable<(int X, int Y, SKColor Colour)> Pixels(SKBitmap picture)
        => picture.Pixels.Select((colour, i) => (i % picture.Width, i / picture.Width, colour));
}

public sealed class SkiaConformance : EngineConformance
{
    protected override IDocumentEngine Engine { get; } = new Skia.SkiaEngine();
}
