using System.Numerics;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>
/// The rosette of the certificate: a gold seal with a lotus under a star between ears of rice. A mark of its own;
/// the state emblem is not imitated.
/// </summary>
internal static class Emblem
{
    const double Centre = 50;

    public static Drawing Draw() => new("emblem-2026", 100, 100,
    [
        new(Scallops()) { Fill = Palette.Gold },
        new(Ring(44)) { Fill = Palette.BrightGold },
        new(Ring(42.2)) { Fill = Palette.Gold },
        new(Bead(40.2)) { Fill = Palette.Cream, Instances = Turn.Around(Centre, Centre, 60) },
        new(Ring(38.2)) { Fill = Palette.BrightGold },
        new(Ring(37)) { Fill = Palette.Red },
        new(Stars.Outline(Centre, 28, 11)) { Fill = Palette.BrightGold },
        new(Stars.Facets(Centre, 28, 11)) { Fill = Palette.DeepGold },
        .. Ears(),
        .. Lotus(),
        new(Water()) { Stroke = Palette.BrightGold, StrokeWidth = 1.1 },
    ]);

    static string Ring(double radius) => new PathData().Circle(Centre, Centre, radius).ToString();

    static string Bead(double radius) => new PathData().Circle(Centre, Centre - radius, 0.85).ToString();

    static string Scallops() => new PathData()
        .Curve(t => Polar(47.2 + 1.9 * Math.Cos(32 * t), t), 0, Math.Tau, 128).Close().ToString();

    static (double X, double Y) Polar(double radius, double angle)
        => (Centre + radius * Math.Sin(angle), Centre - radius * Math.Cos(angle));

    static IEnumerable<Shape> Lotus()
    {
        (double Degrees, double Length, double Half)[] petals = [(68, 22, 5.2), (44, 25.5, 6.1), (22, 28, 6.6), (0, 29.5, 7)];
        foreach (var (degrees, length, half) in petals)
        {
            var sides = degrees == 0 ? new[] { 0.0 } : [-degrees, degrees];
            yield return new(Petal(length, half))
            {
                Fill = Palette.Cream,
                Stroke = Palette.Red,
                StrokeWidth = 0.9,
                Instances = [.. sides.Select(d => Matrix3x2.CreateRotation((float)(d * Math.PI / 180), new((float)Centre, 71)))],
            };
        }
    }

    /// <summary>A petal that stands on (50, 71).</summary>
    static string Petal(double length, double half) => new PathData()
        .Move(Centre, 71)
        .Cubic(Centre - half * 0.9, 71 - length * 0.12, Centre - half * 1.35, 71 - length * 0.6, Centre, 71 - length)
        .Cubic(Centre + half * 1.35, 71 - length * 0.6, Centre + half * 0.9, 71 - length * 0.12, Centre, 71)
        .Close().ToString();

    static string Water() => new PathData()
        .Curve(x => (x, 75.5 + 1.1 * Math.Sin((x - 31) / 38 * Math.Tau * 3)), 31, 69, 18)
        .Curve(x => (x, 79.3 + 1.0 * Math.Sin((x - 37) / 26 * Math.Tau * 2)), 37, 63, 12).ToString();

    /// <summary>Grains along the inner edge, left and right.</summary>
    static IEnumerable<Shape> Ears()
    {
        var grains = new List<Matrix3x2>();
        foreach (var side in new[] { -1, 1 })
            for (var i = 0; i < 8; i++)
            {
                var angle = side * (112 - i * 10.5) * Math.PI / 180;
                var (x, y) = Polar(31.6, angle);
                foreach (var lean in new[] { -1, 1 })
                    grains.Add(Matrix3x2.CreateRotation((float)(angle + side * -Math.PI / 2 + lean * 0.5)) * Matrix3x2.CreateTranslation((float)x, (float)y));
            }
        yield return new(new PathData().Move(0, 0).Cubic(-2, -1.7, -1.5, -4.4, 0, -6.2).Cubic(1.5, -4.4, 2, -1.7, 0, 0).Close().ToString())
        {
            Fill = Palette.BrightGold,
            Instances = grains,
        };
        yield return new(Stem(-1) + Stem(1)) { Stroke = Palette.BrightGold, StrokeWidth = 0.7 };
    }

    static string Stem(int side) => new PathData()
        .Curve(t => Polar(31.6, side * t), 38 * Math.PI / 180, 126 * Math.PI / 180, 6).ToString();
}
