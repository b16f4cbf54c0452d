using System.Numerics;

namespace OcopScoring.Documents.Tree;

/// <summary>
/// A drawing of paths, painted in order. <see cref="Key"/> names it for caches (same key, same drawing); null where it is drawn once.
/// </summary>
public sealed record Drawing(string? Key, double Width, double Height, IReadOnlyList<Shape> Shapes);

/// <summary>
/// One path (SVG path data in the drawing's own units), filled, stroked or both, once for each of <see cref="Instances"/>.
/// Repeating a small path instead of writing a long one keeps files small.
/// </summary>
public sealed record Shape(string Path)
{
    public Colour? Fill { get; init; }

    public Colour? Stroke { get; init; }

    public double StrokeWidth { get; init; }

    public bool EvenOdd { get; init; }

    public IReadOnlyList<Matrix3x2> Instances { get; init; } = [Matrix3x2.Identity];
}
