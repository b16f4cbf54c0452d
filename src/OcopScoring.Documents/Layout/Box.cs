namespace OcopScoring.Documents.Layout;

/// <summary>A measured node: its size, and its marks relative to its upper left corner.</summary>
internal sealed record Box(double Width, double Height, IReadOnlyList<Mark> Marks)
{
    public static Box Empty { get; } = new(0, 0, []);

    public IEnumerable<Mark> At(double x, double y) => Marks.Select(mark => Move(mark, x, y));

    static Mark Move(Mark mark, double x, double y) => mark switch
    {
        TextMark text => text with { X = text.X + x, Y = text.Y + y, Baseline = text.Baseline + y },
        _ => mark with { X = mark.X + x, Y = mark.Y + y },
    };
}
