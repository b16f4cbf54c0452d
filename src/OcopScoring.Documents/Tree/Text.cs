namespace OcopScoring.Documents.Tree;

public sealed record FontFace(string Family, int Weight, bool Italic = false);

public sealed record Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>From <c>#RRGGBB</c>.</summary>
    public static Colour Of(string hex)
    {
        var value = Convert.ToInt32(hex[1..], 16);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    public string Hex => $"#{Red:X2}{Green:X2}{Blue:X2}";
}

public sealed record Span(string Text, FontFace Face, Colour Colour);

/// <summary>A size in points and the number of lines allowed at that size.</summary>
public sealed record TextStep(double Size, int MaxLines);

/// <summary>
/// A paragraph. The first step at which it fits its width is taken; when none does, layout reports <see cref="Name"/>.
/// Lines break at spaces, and within a word only at the last step, where nothing else helps.
/// <see cref="Name"/> is the field of the model that the text shows; problems name it.
/// </summary>
public sealed record Text(string Name, IReadOnlyList<Span> Spans, IReadOnlyList<TextStep> Steps) : Node
{
    public Horizontal Alignment { get; init; } = Horizontal.Left;

    /// <summary>
    /// Distance of baselines in sizes; more where the ink of this text needs it,
    /// so that the accents of stacked capitals (Ấ, Ẩ) always stay clear of the line above.
    /// </summary>
    public double LineHeight { get; init; } = 1.35;

    /// <summary>Lines of about equal length instead of full lines and a short rest.</summary>
    public bool Balanced { get; init; }

    /// <summary>A rule under each line, as wide as its text; null for none.</summary>
    public Rule? Rule { get; init; }
}

/// <summary>A stroke of <see cref="Thickness"/> points, <see cref="Gap"/> points below the ink of the line.</summary>
public sealed record Rule(double Gap, double Thickness, Colour Colour);
