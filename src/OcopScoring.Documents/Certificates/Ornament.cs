using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>Fine rules with lozenges.</summary>
internal static class Ornament
{
    /// <summary>A rule with a lozenge in its middle, 200 wide.</summary>
    public static Drawing Divider { get; } = new("divider-2026", 200, 6,
    [
        new(new PathData().Move(0, 3).Line(89, 3).Move(111, 3).Line(200, 3).ToString()) { Stroke = Palette.Gold, StrokeWidth = 0.6 },
        new(Lozenge(100, 3.6, 2.8)) { Fill = Palette.Red },
        new(Lozenge(93.2, 1.8, 1.6) + Lozenge(106.8, 1.8, 1.6)) { Fill = Palette.Gold },
    ]);

    /// <summary>A rule that ends in a lozenge at its right, 100 wide.</summary>
    public static Drawing LeftWing { get; } = Wing("left-wing-2026", 0, 91, 96);

    public static Drawing RightWing { get; } = Wing("right-wing-2026", 9, 100, 4);

    static Drawing Wing(string key, double from, double to, double lozenge) => new(key, 100, 6,
    [
        new(new PathData().Move(from, 3).Line(to, 3).ToString()) { Stroke = Palette.Gold, StrokeWidth = 0.6 },
        new(Lozenge(lozenge, 2.6, 2.2)) { Fill = Palette.Gold },
    ]);

    static string Lozenge(double x, double half, double height) => new PathData()
        .Polygon([(x - half, 3), (x, 3 - height), (x + half, 3), (x, 3 + height)]).ToString();
}
