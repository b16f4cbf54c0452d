using System.Numerics;
using OcopScoring.Documents.Layout;
using OcopScoring.Documents.Tree;
using SkiaSharp;

namespace OcopScoring.Documents.Skia;

/// <summary>Draws the marks of a page on a canvas, of a PDF or of a picture.</summary>
internal static class SkiaPainter
{
    public static void Paint(SKCanvas canvas, LaidPage page, EmbeddedFaces faces)
    {
        foreach (var mark in page.Marks)
        {
            switch (mark)
            {
                case TextMark text:
                    Write(canvas, text, faces);
                    break;
                case FillMark fill:
                    using (var paint = Filling(fill.Colour))
                        canvas.DrawRect((float)fill.X, (float)fill.Y, (float)fill.Width, (float)fill.Height, paint);
                    break;
                case VectorMark vector:
                    Draw(canvas, vector);
                    break;
                case LinkMark link:
                    using (canvas.DrawUrlAnnotation(SKRect.Create((float)link.X, (float)link.Y, (float)link.Width, (float)link.Height), link.Url))
                        break;
                default:
                    throw new NotSupportedException($"No way to draw {mark.GetType().Name}.");
            }
        }
    }

    static void Write(SKCanvas canvas, TextMark text, EmbeddedFaces faces)
    {
        using var font = new SKFont(faces.Of(text.Run.Face), (float)text.Size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
            Edging = SKFontEdging.Antialias,
        };
        using var paint = Filling(text.Run.Span.Colour);
        using var builder = new SKTextBlobBuilder();
        var points = Array.ConvertAll(text.Run.Positions, p => new SKPoint((float)(p.X * text.Size), (float)(p.Y * text.Size)));
        builder.AddPositionedRun(text.Run.Glyphs, font, points);
        using var blob = builder.Build();
        if (blob is not null) canvas.DrawText(blob, (float)text.X, (float)text.Baseline, paint);
    }

    static void Draw(SKCanvas canvas, VectorMark mark)
    {
        var paths = SkiaPaths.Of(mark.Drawing);
        canvas.Save();
        canvas.Translate((float)mark.X, (float)mark.Y);
        canvas.Scale((float)mark.Scale);
        for (var i = 0; i < paths.Length; i++) Draw(canvas, mark.Drawing.Shapes[i], paths[i]);
        canvas.Restore();
    }

    static void Draw(SKCanvas canvas, Shape shape, SKPath path)
    {
        var unit = SKMatrix.CreateScale(1f / SkiaPaths.UnitsPerPoint, 1f / SkiaPaths.UnitsPerPoint);
        using var fill = shape.Fill is { } inside ? Filling(inside) : null;
        using var stroke = shape.Stroke is { } line ? Filling(line) : null;
        if (stroke is not null)
        {
            stroke.IsStroke = true;
            stroke.StrokeWidth = (float)shape.StrokeWidth * SkiaPaths.UnitsPerPoint;
            stroke.StrokeCap = SKStrokeCap.Round;
            stroke.StrokeJoin = SKStrokeJoin.Round;
        }
        foreach (var instance in shape.Instances)
        {
            canvas.Save();
            canvas.Concat(Matrix(instance).PreConcat(unit));
            if (fill is not null) canvas.DrawPath(path, fill);
            if (stroke is not null) canvas.DrawPath(path, stroke);
            canvas.Restore();
        }
    }

    static SKMatrix Matrix(Matrix3x2 m) => new(m.M11, m.M21, m.M31, m.M12, m.M22, m.M32, 0, 0, 1);

    static SKPaint Filling(Colour colour) => new() { Color = new(colour.Red, colour.Green, colour.Blue), IsAntialias = true };
}
