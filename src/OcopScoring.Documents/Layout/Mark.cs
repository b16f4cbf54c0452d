using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Layout;

/// <summary>One thing to draw at its place on the page, in points; what layout hands to an engine, and what tests measure.</summary>
internal abstract record Mark(double X, double Y, double Width, double Height);

/// <summary>A run of glyphs; X and <see cref="Baseline"/> place its origin. Width and Height are those of its line.</summary>
internal sealed record TextMark(string Node, GlyphRun Run, double Size, double X, double Y, double Width, double Height, double Baseline)
    : Mark(X, Y, Width, Height)
{
    /// <summary>Top and bottom of what is really inked.</summary>
    public (double Top, double Bottom) Ink()
    {
        var (above, below) = Run.Face.InkOf(Run.Glyphs);
        return (Baseline - above * Size, Baseline + below * Size);
    }
}

internal sealed record FillMark(Colour Colour, double X, double Y, double Width, double Height) : Mark(X, Y, Width, Height);

internal sealed record VectorMark(Drawing Drawing, double Scale, double X, double Y, double Width, double Height) : Mark(X, Y, Width, Height);

internal sealed record LinkMark(string Url, double X, double Y, double Width, double Height) : Mark(X, Y, Width, Height);
