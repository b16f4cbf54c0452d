using System.Security.Cryptography;
using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Layout;
using OcopScoring.Documents.Tree;
using SkiaSharp;

namespace OcopScoring.Documents.Skia;

/// <summary>Measures, then draws the same marks to PDF or PNG. Safe for several threads at once.</summary>
public sealed class SkiaEngine : IDocumentEngine
{
    public string Name { get; } = "skia-" + typeof(SKDocument).Assembly.GetName().Version!.ToString(3);

    public EngineCapabilities Capabilities => EngineCapabilities.Deterministic | EngineCapabilities.Subsetting | EngineCapabilities.Preview;

    public IReadOnlyList<LayoutProblem> Check(DocumentTree tree) => Layouter.Lay(tree).Problems;

    /// <summary>PDF writes all pages, PNG the first.</summary>
    public RenderReceipt Render(DocumentTree tree, EngineOptions options, Stream output)
    {
        var missing = options.Requires & ~Capabilities;
        if (missing != EngineCapabilities.None) throw new MissingCapabilityException(Name, missing);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Dpi, 36, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Dpi, 600, nameof(options));

        var laid = Layouter.Lay(tree);
        if (laid.Problems.Count > 0) throw new LayoutException(laid.Problems);

        using var data = options.Format == DocumentFormat.Pdf ? Pdf(tree, laid) : Png(laid.Pages[0], options.Dpi);
        var bytes = data.AsSpan();
        output.Write(bytes);
        return new(tree.Template, Name, options.Format == DocumentFormat.Pdf ? laid.Pages.Count : 1,
            bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    static SKData Pdf(DocumentTree tree, LaidOut laid)
    {
        var info = tree.Info;
        var metadata = new SKDocumentPdfMetadata
        {
            Title = info.Title,
            Author = info.Author,
            Subject = info.Subject,
            Keywords = info.Keywords,
            Creator = tree.Template,
            Creation = info.Created.UtcDateTime,
            Modified = info.Created.UtcDateTime,
            RasterDpi = 72,
            EncodingQuality = 101,
        };
        using var faces = new EmbeddedFaces(laid.Pages.SelectMany(page => page.Marks).OfType<TextMark>());
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var page in laid.Pages)
            {
                using var canvas = document.BeginPage((float)page.Width, (float)page.Height);
                SkiaPainter.Paint(canvas, page, faces);
                document.EndPage();
            }
            document.Close();
        }
        return stream.DetachAsData();
    }

    static SKData Png(LaidPage page, int dpi)
    {
        var scale = dpi / 72.0;
        var info = new SKImageInfo((int)Math.Round(page.Width * scale), (int)Math.Round(page.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        using var faces = new EmbeddedFaces(page.Marks.OfType<TextMark>());
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)scale);
        SkiaPainter.Paint(surface.Canvas, page, faces);
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Png, 100);
    }
}
