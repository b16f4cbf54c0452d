using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>A drawing before it is painted, in units of one pixel.</summary>
sealed class DiagramPlan
{
    public double Width { get; set; }
    public double Height { get; set; }
    public List<Band> Bands { get; } = [];
    public List<Box> Boxes { get; } = [];
    public List<Arrow> Arrows { get; } = [];
}

/// <summary>A stretch of one tier.</summary>
sealed record Band(string Title, double Top, double Bottom);

/// <summary>An activity. Small boxes are steps without people; outcome lines stand below the title.</summary>
sealed record Box(ActivityNode Node, double X, double Y, double Width, double Height, bool IsSmall, IReadOnlyList<string> Title, string? Below)
{
    public List<(string Text, double Y, bool IsLeft)> Outcomes { get; } = [];
}

sealed record Arrow(IReadOnlyList<(double X, double Y)> Points, bool IsBackward, string? Label);
