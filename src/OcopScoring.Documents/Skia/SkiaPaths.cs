using System.Collections.Concurrent;
using OcopScoring.Documents.Tree;
using SkiaSharp;

namespace OcopScoring.Documents.Skia;

/// <summary>The paths of drawings, made once for each key and shared.</summary>
internal static class SkiaPaths
{
    /// <summary>
    /// Paths are held in whole sixty-fourths of a point: Skia writes 12.35 as 12.3500004, and whole numbers as they are,
    /// which halves what a page has to pack.
    /// </summary>
    public const int UnitsPerPoint = 64;

    static readonly ConcurrentDictionary<string, SKPath[]> Kept = new();

    public static SKPath[] Of(Drawing drawing)
        => drawing.Key is { } key ? Kept.GetOrAdd(key, _ => Parse(drawing)) : Parse(drawing);

    static SKPath[] Parse(Drawing drawing) => [.. drawing.Shapes.Select(shape =>
    {
        using var read = SKPath.ParseSvgPathData(shape.Path) ?? throw new FormatException($"Not a path: {shape.Path}");
        var path = InUnits(read);
        path.FillType = shape.EvenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        return path;
    })];

    static SKPath InUnits(SKPath source)
    {
        var path = new SKPath();
        using var verbs = source.CreateRawIterator();
        var points = new SKPoint[4];
        SKPoint At(int i) => new(MathF.Round(points[i].X * UnitsPerPoint), MathF.Round(points[i].Y * UnitsPerPoint));
        for (SKPathVerb verb; (verb = verbs.Next(points)) != SKPathVerb.Done;)
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    path.MoveTo(At(0));
                    break;
                case SKPathVerb.Line:
                    path.LineTo(At(1));
                    break;
                case SKPathVerb.Cubic:
                    path.CubicTo(At(1), At(2), At(3));
                    break;
                case SKPathVerb.Close:
                    path.Close();
                    break;
                default:
                    throw new NotSupportedException($"Drawings have lines and cubic curves, not {verb}.");
            }
        }
        return path;
    }
}
