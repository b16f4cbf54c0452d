using System.Text;
using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Layout;
using OcopScoring.Documents.Skia;
using OcopScoring.Documents.Tree;
using UglyToad.PdfPig;

namespace OcopScoring.Documents.Tests;

[TestFixtureSource(nameof(Faces))]
public sealed class VietnameseLettersTests(FontFace face)
{
    internal static IEnumerable<FontFace> Faces => FontLibrary.Faces;

    static readonly string Letters = Repertoire.VietnameseLetters;

    [Test]
    public void All_134_letters_are_composed_and_have_one_glyph_each()
    {
        Assert.That(Letters, Has.Length.EqualTo(134).And.Unique);
        Assert.That(Letters.IsNormalized(NormalizationForm.FormC));
        var glyphs = Letters.Select(letter => FontLibrary.Of(face).Shape(letter.ToString())).ToList();
        Assert.That(glyphs, Has.All.Length.EqualTo(1));
        Assert.That(glyphs.Select(g => g[0].Id), Is.Unique.And.None.Zero);
    }

    [Test]
    public void Both_readers_give_every_letter_back()
    {
        var phrase = string.Join(' ', Letters.Chunk(9).Select(chunk => "x" + new string(chunk) + "x"));
        var pdf = Draw(phrase);

        Assert.That(Tool.Words(pdf), Is.EqualTo(phrase));
        using var document = PdfDocument.Open(pdf);
        Assert.That(document.GetPage(1).Text.Replace(" ", ""), Is.EqualTo(phrase.Replace(" ", "")));
    }

    [Test]
    public void Words_with_wide_kerning_stay_whole()
    {
        const string phrase = "GIẤY CHỨNG NHẬN TƯỜNG VÂN AVATAR LƯỢNG ƯỨNG Tự Tô Về Yên P. Ấp";
        Assert.That(Tool.Words(Draw(phrase)), Is.EqualTo(phrase));
    }

    [Test]
    public void Letters_that_look_alike_keep_their_code_points()
    {
        const string phrase = "Đàn Ðàn đàn ðàn"; // U+0110 and U+00D0 are drawn alike.
        Assert.That(Tool.Words(Draw(phrase)), Is.EqualTo(phrase));
    }

    byte[] Draw(string phrase)
    {
        var text = new Text("phrase", [new(phrase, face, new(0, 0, 0))], [new(20, 20)]);
        var page = new Page(842, 595, Edges.All(40), new Spacer(0), [text], new Spacer(0));
        var tree = new DocumentTree("test", new("t", "a", "s", "k", DateTimeOffset.UnixEpoch), [page]);
        using var output = new MemoryStream();
        new SkiaEngine().Render(tree, new(DocumentFormat.Pdf, 150, EngineCapabilities.None), output);
        return output.ToArray();
    }
}
