using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>
/// One column, 360 units wide: activities in the order in which they can be reached, bands where the tier changes, arrows to the next
/// row straight, others along the sides (forward on the right, back on the left).
/// </summary>
sealed class ColumnLayout
{
    public const double Width = 360, Left = 46, Right = 306;
    const double Gap = 18, Indent = 12, BandHead = 28, SmallHeight = 26, LineHeight = 18, TitleSize = 14;

    readonly DiagramPlan plan = new() { Width = Width };
    readonly Dictionary<ActivityNode, Box> boxes = [];
    readonly string language;
    double y = 8;
    string? tier;
    double bandTop;

    ColumnLayout(string language) => this.language = language;

    public static DiagramPlan Of(WorkflowDefinition definition, string language)
    {
        var layout = new ColumnLayout(language);
        layout.Place(definition.Root, 0);
        layout.CloseBand();
        var sides = new SideTracks(layout.boxes);
        foreach (ActivityNode node in definition.Activities)
        {
            if (node.Graph is not { } graph) continue;
            foreach (Connection connection in graph.Connections) layout.plan.Arrows.Add(sides.Arrow(connection));
        }

        layout.plan.Height = layout.y + 4;
        return layout.plan;
    }

    void Place(ActivityNode container, int depth)
    {
        foreach (ActivityNode child in container.Graph?.InOrder ?? container.Children)
        {
            Row(child, depth);
            if (child.Children.Count > 0) Place(child, depth + 1);
        }
    }

    void Row(ActivityNode node, int depth)
    {
        if (node.Constant("tier")?.ToString() is { Length: > 0 } named && named != tier)
        {
            CloseBand();
            tier = named;
            bandTop = y;
            y += BandHead;
        }

        double x = Left + Math.Min(depth, 4) * Indent, width = Right - x;
        bool isSmall = !node.Waits && node.Outcomes.Count < 2;
        IReadOnlyList<string> title = TextWrap.Lines(node.DisplayText, width - 40, isSmall ? 12 : TitleSize, isSmall ? 1 : 3);
        string? role = isSmall ? null : node.Constant("role")?.ToString();
        List<string> outcomes = node.Outcomes.Count < 2 ? [] : [.. node.Outcomes];
        double head = isSmall ? SmallHeight : 14 + title.Count * LineHeight + (role is null ? 0 : 15);
        var box = new Box(node, x, y, width, head + outcomes.Count * 16 + (outcomes.Count > 0 ? 4 : 0), isSmall, title, role);
        for (int i = 0; i < outcomes.Count; i++) box.Outcomes.Add((outcomes[i], y + head + 8 + i * 16, false));
        plan.Boxes.Add(box);
        boxes[node] = box;
        y += box.Height + Gap;
    }

    void CloseBand()
    {
        if (tier is not null) plan.Bands.Add(new Band(Words.Tier(tier, language), bandTop, y - Gap / 2));
    }
}
