using System.Numerics;

namespace OcopScoring.Documents.Certificates;

/// <summary>Instances of a shape in patterns.</summary>
internal static class Turn
{
    /// <summary>The same shape <paramref name="count"/> times around a point.</summary>
    public static IReadOnlyList<Matrix3x2> Around(double x, double y, int count)
        => [.. Enumerable.Range(0, count).Select(i => Matrix3x2.CreateRotation((float)(i * Math.Tau / count), new((float)x, (float)y)))];

    /// <summary>In all four corners of a sheet, drawn for the upper left.</summary>
    public static IReadOnlyList<Matrix3x2> Corners(double width, double height)
        => [Matrix3x2.Identity, new(-1, 0, 0, 1, (float)width, 0), new(1, 0, 0, -1, 0, (float)height), new(-1, 0, 0, -1, (float)width, (float)height)];

    public static IReadOnlyList<Matrix3x2> At(IEnumerable<(double X, double Y)> places)
        => [.. places.Select(p => Matrix3x2.CreateTranslation((float)p.X, (float)p.Y))];
}
