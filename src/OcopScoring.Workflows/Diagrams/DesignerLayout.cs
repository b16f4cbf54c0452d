using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>The positions of the designer, kept where the picture stays readable on a phone.</summary>
static class DesignerLayout
{
    /// <summary>At 360 pixels text of 14 units is then still 10 pixels high.</summary>
    const double Widest = 500;

    const double BoxWidth = 150, BoxHeight = 44, Margin = 12;

    /// <returns>Null when an activity has no position, one lies inside another container than the root, or the picture gets too wide.</returns>
    public static DiagramPlan? Of(WorkflowDefinition definition)
    {
        if (definition.Root.Graph is not { } graph || definition.Activities.Any(node => node.Parent is not null && (node.Parent != definition.Root || node.Position is null))) return null;
        if (graph.Activities.Count == 0) return null;
        double x = graph.Activities.Min(node => node.Position!.X) - Margin, y = graph.Activities.Min(node => node.Position!.Y) - Margin;
        var plan = new DiagramPlan();
        var boxes = new Dictionary<ActivityNode, Box>();
        foreach (ActivityNode node in graph.Activities)
        {
            ActivityPosition position = node.Position!;
            double width = position.Width > 40 ? position.Width : BoxWidth;
            IReadOnlyList<string> title = TextWrap.Lines(node.DisplayText, width - 30, 13, 2);
            double height = Math.Max(position.Height, BoxHeight);
            boxes[node] = new Box(node, position.X - x, position.Y - y, width, height, false, title, null);
            plan.Boxes.Add(boxes[node]);
        }

        plan.Width = plan.Boxes.Max(box => box.X + box.Width) + Margin;
        plan.Height = plan.Boxes.Max(box => box.Y + box.Height) + Margin;
        if (plan.Width > Widest) return null;
        foreach (Connection connection in graph.Connections)
            plan.Arrows.Add(Between(boxes[connection.Source], boxes[connection.Target], connection.IsBackward, connection.Source.Outcomes.Count > 1 ? connection.Port : null));
        return plan;
    }

    static Arrow Between(Box from, Box to, bool isBackward, string? label)
    {
        double fromX = from.X + from.Width / 2, toX = to.X + to.Width / 2;
        if (to.Y >= from.Y + from.Height) return new Arrow([(fromX, from.Y + from.Height), (toX, to.Y)], isBackward, label);
        if (to.X >= from.X + from.Width) return new Arrow([(from.X + from.Width, from.Y + from.Height / 2), (to.X, to.Y + to.Height / 2)], isBackward, label);
        if (to.X + to.Width <= from.X) return new Arrow([(from.X, from.Y + from.Height / 2), (to.X + to.Width, to.Y + to.Height / 2)], isBackward, label);
        return new Arrow([(fromX - 20, from.Y), (toX - 20, to.Y + to.Height)], isBackward, label);
    }
}
