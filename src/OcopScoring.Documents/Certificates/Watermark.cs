using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>
/// The rosette behind the text: rings of an ancient bronze drum (a sun of fourteen rays, circles, saw teeth) within engraved curves.
/// </summary>
internal static class Watermark
{
    const double Centre = 200;

    public static Drawing Draw() => new("watermark-2026", 400, 400,
    [
        new(Lace(170, 26, 40, 6)) { Stroke = Palette.PaleGold, StrokeWidth = 0.5, Instances = Turn.Around(Centre, Centre, 40) },
        .. Rings(62, 64.5, 78, 80.5, 98, 138, 140.5),
        new(Stars.Outline(Centre, Centre, 58, 14, 0.34)) { Fill = Palette.Paper, Stroke = Palette.PaleGold, StrokeWidth = 1 },
        new(Stars.Facets(Centre, Centre, 58, 14, 0.34)) { Fill = Palette.PaleGold },
        new(new PathData().Circle(Centre, Centre - 71.3, 4.2).Circle(Centre, Centre - 71.3, 1.4).ToString())
        {
            Stroke = Palette.PaleGold,
            StrokeWidth = 0.7,
            Instances = Turn.Around(Centre, Centre, 48),
        },
        new(new PathData().Polygon([(Centre - 4.4, Centre - 82), (Centre, Centre - 96), (Centre + 4.4, Centre - 82)]).ToString())
        {
            Fill = Palette.PaleGold,
            Instances = Turn.Around(Centre, Centre, 60),
        },
        new(Lace(118, 18, 36, 5)) { Stroke = Palette.PaleGold, StrokeWidth = 0.5, Instances = Turn.Around(Centre, Centre, 36) },
    ]);

    static IEnumerable<Shape> Rings(params double[] radii) => radii.Select(radius =>
        new Shape(new PathData().Circle(Centre, Centre, radius).ToString()) { Stroke = Palette.PaleGold, StrokeWidth = 0.9 });

    /// <summary>One thread of a lace ring: it swings between radius ± depth while it runs over several of the <paramref name="count"/> sectors.</summary>
    static string Lace(double radius, double depth, int count, int sectors)
    {
        var reach = Math.Tau * sectors / count;
        return new PathData()
            .Curve(t => (Centre + (radius + depth * Math.Cos(t / reach * Math.Tau)) * Math.Sin(t), Centre - (radius + depth * Math.Cos(t / reach * Math.Tau)) * Math.Cos(t)), 0, reach, 8)
            .ToString();
    }
}
