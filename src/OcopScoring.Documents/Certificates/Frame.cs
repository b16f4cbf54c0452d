using System.Numerics;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>Paper, engraved frame and corner rosettes of an A4 sheet, landscape.</summary>
internal static class Frame
{
    public const double Width = 842, Height = 595;

    public const double EmblemMiddle = 40.5, EmblemRadius = 27.5;

    const double Outer = 14.5, Middle = 27.5, Half = 8, Inner = 40.5, Corner = 19.5;

    public static Drawing Draw() => new("frame-2026", Width, Height,
    [
        new(Box(0)) { Fill = Palette.Paper },
        new(Box(Outer)) { Stroke = Palette.Gold, StrokeWidth = 2.4 },
        new(Box(Outer + 3)) { Stroke = Palette.Red, StrokeWidth = 0.5 },
        new(Box(Inner - 3)) { Stroke = Palette.Red, StrokeWidth = 0.5 },
        new(Box(Inner)) { Stroke = Palette.Gold, StrokeWidth = 1.1 },
        .. Band(),
        .. Fans(),
        .. Rosettes(),
    ]);

    static string Box(double inset) => new PathData().Rectangle(inset, inset, Width - 2 * inset, Height - 2 * inset).ToString();

    /// <summary>Interlaced waves: one period drawn once and repeated along the four sides.</summary>
    static IEnumerable<Shape> Band()
    {
        const double period = 28;
        var tiles = new List<Matrix3x2>();
        void Side(double length, Matrix3x2 place)
        {
            var count = (int)Math.Round(length / period);
            var scale = Matrix3x2.CreateScale((float)(length / count / period), 1);
            for (var i = 0; i < count; i++)
                tiles.Add(scale * Matrix3x2.CreateTranslation((float)(i * length / count), 0) * place);
        }
        var (start, quarter) = ((float)(Middle + Corner), Matrix3x2.CreateRotation((float)(Math.PI / 2)));
        Side(Width - 2 * start, Matrix3x2.CreateTranslation(start, (float)Middle));
        Side(Width - 2 * start, Matrix3x2.CreateTranslation(start, (float)(Height - Middle)));
        Side(Height - 2 * start, quarter * Matrix3x2.CreateTranslation((float)Middle, start));
        Side(Height - 2 * start, quarter * Matrix3x2.CreateTranslation((float)(Width - Middle), start));

        yield return new(Waves(period, 6, 0.5, 1, Half)) { Stroke = Palette.SoftGold, StrokeWidth = 0.4, Instances = tiles };
        yield return new(Waves(period, 4, 0.5, 2, Half * 0.46)) { Stroke = Palette.Red, StrokeWidth = 0.4, Instances = tiles };
        yield return new(Waves(period, 2, 0, 1, Half)) { Stroke = Palette.Gold, StrokeWidth = 0.8, Instances = tiles };
    }

    static string Waves(double period, int count, double shift, int frequency, double height)
    {
        var path = new PathData();
        for (var i = 0; i < count; i++)
        {
            var phase = Math.Tau * (i + shift) / count;
            path.Curve(x => (x, height * Math.Sin(frequency * x / period * Math.Tau + phase)), 0, period, 4 * frequency);
        }
        return path.ToString();
    }

    /// <summary>A rosette over each corner, and the round ground of the emblem in the middle of the upper side.</summary>
    static IEnumerable<Shape> Rosettes()
    {
        var corners = Turn.At([(Middle, Middle), (Width - Middle, Middle), (Middle, Height - Middle), (Width - Middle, Height - Middle)]);
        var emblem = Turn.At([(Width / 2, EmblemMiddle)]);
        yield return new(Disc(Corner)) { Fill = Palette.Paper, Stroke = Palette.Gold, StrokeWidth = 1.4, Instances = corners };
        yield return new(Disc(Corner - 2.2)) { Stroke = Palette.Red, StrokeWidth = 0.5, Instances = corners };
        yield return new(Petals(12.9, 3.6, 14, 0) + Petals(12.9, 3.6, 14, Math.PI)) { Stroke = Palette.Gold, StrokeWidth = 0.45, Instances = corners };
        yield return new(Petals(12.9, 3.6, 14, Math.PI / 2) + Petals(12.9, 3.6, 14, -Math.PI / 2)) { Stroke = Palette.SoftGold, StrokeWidth = 0.4, Instances = corners };
        yield return new(Disc(8.6)) { Fill = Palette.Red, Stroke = Palette.Gold, StrokeWidth = 1, Instances = corners };
        yield return new(Stars.Outline(0, 0, 6.2)) { Fill = Palette.BrightGold, Instances = corners };
        yield return new(Stars.Facets(0, 0, 6.2)) { Fill = Palette.DeepGold, Instances = corners };
        yield return new(Disc(EmblemRadius + 4.2)) { Fill = Palette.Paper, Stroke = Palette.Gold, StrokeWidth = 1.4, Instances = emblem };
        yield return new(Disc(EmblemRadius + 2)) { Stroke = Palette.Red, StrokeWidth = 0.5, Instances = emblem };
    }

    static string Disc(double radius) => new PathData().Circle(0, 0, radius).ToString();

    static string Petals(double radius, double depth, int count, double phase) => new PathData()
        .Curve(t => ((radius + depth * Math.Cos(count * t + phase)) * Math.Cos(t), (radius + depth * Math.Cos(count * t + phase)) * Math.Sin(t)),
            0, Math.Tau, count * 4)
        .Close().ToString();

    /// <summary>A quarter of a bronze drum's sun in each inner corner.</summary>
    static IEnumerable<Shape> Fans()
    {
        var corners = Turn.Corners(Width, Height);
        (double Radius, double Stroke)[] arcs = [(20, 0.5), (22.5, 0.5), (40, 0.5), (42.5, 0.9)];
        foreach (var (radius, stroke) in arcs)
            yield return new(new PathData().Curve(t => At(radius, t), 0, Math.PI / 2, 4).ToString())
            {
                Stroke = Palette.SoftGold,
                StrokeWidth = stroke,
                Instances = corners,
            };
        var rays = new PathData();
        for (var i = 0; i < 7; i++)
        {
            var (left, tip, right) = (i * Math.PI / 14, (i + 0.5) * Math.PI / 14, (i + 1) * Math.PI / 14);
            rays.Polygon([At(22.5, left), At(39.4, tip), At(22.5, right)]);
        }
        yield return new(rays.ToString()) { Fill = Palette.PaleGold, Stroke = Palette.SoftGold, StrokeWidth = 0.45, Instances = corners };

        static (double, double) At(double radius, double angle) => (Inner + radius * Math.Cos(angle), Inner + radius * Math.Sin(angle));
    }
}
