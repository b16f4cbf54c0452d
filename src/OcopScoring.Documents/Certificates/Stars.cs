using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>Gold stars with an outline, each point in two facets as if struck in metal.</summary>
internal static class Stars
{
    const double Inner = 0.40;

    /// <summary>A row of stars of radius 10 each; the drawing is 20 high.</summary>
    public static Drawing Row(int count)
    {
        const double pitch = 25;
        var width = pitch * (count - 1) + 22;
        var places = Turn.At(Enumerable.Range(0, count).Select(i => (11 + i * pitch, 11.2)));
        return new("stars-" + count, width, 21,
        [
            new(Outline(0, 0, 10.4)) { Stroke = Palette.SoftGold, StrokeWidth = 1.5, Instances = places },
            new(Outline(0, 0, 10)) { Fill = Palette.BrightGold, Stroke = Palette.DarkGold, StrokeWidth = 0.8, Instances = places },
            new(Facets(0, 0, 10)) { Fill = Palette.DeepGold, Instances = places },
            new(Outline(0, 0, 10)) { Stroke = Palette.DarkGold, StrokeWidth = 0.45, Instances = places },
        ]);
    }

    public static string Outline(double x, double y, double radius, int points = 5, double inner = Inner)
        => new PathData().Polygon(Enumerable.Range(0, points * 2).Select(i => At(x, y, i % 2 == 0 ? radius : radius * inner, i, points))).ToString();

    /// <summary>The darker half of each point.</summary>
    public static string Facets(double x, double y, double radius, int points = 5, double inner = Inner)
    {
        var path = new PathData();
        for (var i = 0; i < points * 2; i += 2)
            path.Polygon([(x, y), At(x, y, radius, i, points), At(x, y, radius * inner, i + 1, points)]);
        return path.ToString();
    }

    static (double X, double Y) At(double x, double y, double radius, int step, int points)
    {
        var angle = Math.PI * step / points - Math.PI / 2;
        return (x + radius * Math.Cos(angle), y + radius * Math.Sin(angle));
    }
}
