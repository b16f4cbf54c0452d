using System.Globalization;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>
/// The certificate, first version: A4 landscape, Vietnamese with an English line. Smallest sizes: product name 12 pt (up to four lines),
/// its English name 8 pt, producer and address 7.5 pt (two lines each); a product name of 150 characters of any kind fits.
/// </summary>
public sealed class Certificate202601 : ITemplate<CertificateModel>
{
    const double FieldWidth = 660;

    public string Id => "cert/2026-01";

    public DocumentTree Build(CertificateModel model) => new(Id, CertificateInfo.Of(model, Id),
    [
        new Page(Frame.Width, Frame.Height, new(64, 75, 64, 44), Background,
            [Content(model, Measures.Usual), Content(model, Measures.Tight)], CertificateFoot.Lines(model)),
    ]);

    static readonly Node Background = new Layers(
    [
        new Vector(Frame.Draw(), Frame.Width),
        new Align(Horizontal.Center, Vertical.Middle, new Vector(Watermark.Draw(), 400)),
        new Padding(new(0, Frame.EmblemMiddle - Frame.EmblemRadius, 0, 0),
            new Align(Horizontal.Center, Vertical.Top, new Vector(Emblem.Draw(), 2 * Frame.EmblemRadius))),
    ]);

    /// <summary>The signatory stands beside stars and QR: the texts between them are narrower than what it leaves free.</summary>
    static Layers Content(CertificateModel model, Measures measures) => new(
    [
        new Column([.. Head(model, measures), .. Product(model, measures), .. Rank(model, measures), CertificateFoot.Left(model, measures)]),
        new Align(Horizontal.Right, Vertical.Bottom, CertificateFoot.Right(model, measures)),
    ]);

    static IEnumerable<Node> Head(CertificateModel model, Measures measures) =>
    [
        Phrase.Centred("State", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Palette.SansBold, Palette.Ink, new TextStep(13, 1)),
        Phrase.Centred("Motto", "Độc lập - Tự do - Hạnh phúc", Palette.SansSemiBold, Palette.Ink, new TextStep(12, 1)) with { Rule = new(0.5, 0.7, Palette.Ink) },
        new Spacer(3),
        Phrase.Centred("StateEn", "Socialist Republic of Viet Nam · Independence - Freedom - Happiness", Palette.SerifItalic, Palette.Quiet, new TextStep(8.5, 1)),
        new Spacer(measures.Gap, 2),
        Phrase.Centred("AuthorityVi", model.AuthorityVi, Palette.SansBold, Palette.Ink, new(11.5, 1), new(9, 1), new(8, 2)),
        Phrase.Centred("AuthorityEn", model.AuthorityEn, Palette.SerifItalic, Palette.Quiet, new(9, 1), new(7.5, 2)),
        Phrase.Centred("Title", "GIẤY CHỨNG NHẬN", Palette.Display, Palette.Red, new TextStep(measures.Title, 1)) with { LineHeight = 1.2 },
        Phrase.Centred("Subtitle", "SẢN PHẨM OCOP", Palette.SansBold, Palette.Red, new TextStep(13, 1)),
        Phrase.Centred("SubtitleEn", "Certificate of OCOP product", Palette.SerifItalic, Palette.Quiet, new TextStep(10, 1)),
        new Spacer(measures.Gap, 1),
        new Align(Horizontal.Center, Vertical.Top, new Vector(Ornament.Divider, 200)),
        new Spacer(1, 1),
    ];

    static IEnumerable<Node> Product(CertificateModel model, Measures measures) =>
    [
        Field(Phrase.Centred("ProductName", model.ProductName, Palette.Display, Palette.Ink,
            new(30, 1), new(27, 1), new(24, 1), new(22, 2), new(20, 2), new(17, 2), new(15, 3), new(12, 4))),
        .. model.ProductNameEn is { } english
            ? [Field(Phrase.Centred("ProductNameEn", english, Palette.SerifItalic, Palette.Quiet, new(12, 1), new(10.5, 1), new(8, 2)))]
            : Array.Empty<Node>(),
        new Spacer(measures.Gap, 1),
        Field(Phrase.Labelled("ProducerName", "Chủ thể / Producer: ", model.ProducerName, Palette.SansSemiBold, new(12.5, 1), new(11, 1), new(9, 2), new(7.5, 2))),
        Field(Phrase.Labelled("ProducerAddress", "Địa chỉ / Address: ", model.ProducerAddress, Palette.Sans, new(11.5, 1), new(10, 1), new(9, 2), new(7.5, 2))),
    ];

    static IEnumerable<Node> Rank(CertificateModel model, Measures measures)
    {
        var points = Phrase.Clean(model.Points);
        var stars = Stars.Row(model.Stars);
        var width = stars.Width * measures.Star / 10;
        return
        [
            new Spacer(measures.Gap, 2),
            new Row(
            [
                new(new Align(Horizontal.Right, Vertical.Middle, new Vector(Ornament.LeftWing, 90))),
                new(new Align(Horizontal.Center, Vertical.Middle, new Vector(stars, width)), width + 20),
                new(new Align(Horizontal.Left, Vertical.Middle, new Vector(Ornament.RightWing, 90))),
            ]),
            new Spacer(2),
            Phrase.Centred("Points", $"ĐẠT HẠNG {model.Stars} SAO – {points}/100 điểm", Palette.SansBold, Palette.Red, new TextStep(14, 1)),
            Phrase.Centred("Points", string.Create(CultureInfo.InvariantCulture,
                $"Rated {model.Stars} stars with {points.Replace(',', '.')} of 100 points"), Palette.SerifItalic, Palette.Quiet, new TextStep(9.5, 1)),
            new Spacer(measures.Gap, 3),
        ];
    }

    static Align Field(Text text) => new(Horizontal.Center, Vertical.Top, new Row([new(text, FieldWidth)]));
}
