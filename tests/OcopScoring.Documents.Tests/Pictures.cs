using SkiaSharp;

namespace OcopScoring.Documents.Tests;

/// <summary>The page drawn by pdftoppm at <see cref="Dpi"/>, stored in <c>Pictures/</c> once it had been looked at.</summary>
internal static class Pictures
{
    public const int Dpi = 72;

    /// <summary>Allowed difference of the worst tile, of 255. Versions of one rasteriser differ by less than 2 here; one changed letter by more than 8.</summary>
    public const double Tolerance = 5;

    /// <summary>Side of a tile in points.</summary>
    const int TilePoints = 12;

    public static SKBitmap Stored()
    {
        using var stream = typeof(Pictures).Assembly.GetManifestResourceStream("certificate-4-stars.png")!;
        return SKBitmap.Decode(stream);
    }

    /// <summary>The mean difference of pixels in the tile of 12 by 12 points where it is largest.</summary>
    public static double Difference(SKBitmap left, SKBitmap right) => WorstTile(left, right, (a, b) => Math.Abs(a - b));

    /// <summary>The difference of mean colours, which is blind to how edges are smoothed, in the tile where it is largest.</summary>
    public static double DifferenceOfMeans(SKBitmap left, SKBitmap right) => WorstTile(left, right, (a, b) => a - b);

    static double WorstTile(SKBitmap left, SKBitmap right, Func<int, int, double> compare)
    {
        if ((left.Width, left.Height) != (right.Width, right.Height)) return 255;
        var tile = TilePoints * left.Width / 842;
        var sums = new double[left.Width / tile + 1, left.Height / tile + 1];
        var (lefts, rights) = (left.Pixels, right.Pixels);
        for (var i = 0; i < lefts.Length; i++)
        {
            var (a, b) = (lefts[i], rights[i]);
            sums[i % left.Width / tile, i / left.Width / tile] += (compare(a.Red, b.Red) + compare(a.Green, b.Green) + compare(a.Blue, b.Blue)) / 3;
        }
        return sums.Cast<double>().Max(Math.Abs) / (tile * tile);
    }
}
