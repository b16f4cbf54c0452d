using System.Globalization;
using System.Text;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>Writes a plan as SVG. Looks are presentation attributes, which a page's own rules for the classes override.</summary>
sealed class SvgPainter
{
    const string Ink = "#1c1c1c", Quiet = "#6b6b6b", Line = "#9a9a9a", Action = "#14663a", Paper = "#ffffff", Ground = "#f4f1ea", Done = "#e4efe7", Open = "#fff4d6", Gold = "#8a6100";

    readonly StringBuilder svg = new();

    public static string Paint(DiagramPlan plan, WorkflowDefinition definition, IReadOnlySet<string> done, IReadOnlySet<string> open, string language)
    {
        var painter = new SvgPainter();
        string name = string.IsNullOrWhiteSpace(definition.Name) ? definition.DefinitionId : definition.Name;
        painter.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow-picture\" viewBox=\"0 0 {N(plan.Width)} {N(plan.Height)}\" width=\"100%\" role=\"img\" font-family=\"'Be Vietnam Pro', 'Noto Sans', sans-serif\">");
        painter.Add($"<title>{Escape($"{Words.Picture(language)}: {name}")}</title>");
        painter.Add($"<desc>{Escape(Describe(plan, done, open, language))}</desc>");
        foreach (Band band in plan.Bands) painter.Paint(band, plan.Width);
        foreach (Arrow arrow in plan.Arrows) painter.Paint(arrow);
        foreach (Box box in plan.Boxes) painter.Paint(box, done, open, language);
        painter.Add("</svg>");
        return painter.svg.ToString();
    }

    static string Describe(DiagramPlan plan, IReadOnlySet<string> done, IReadOnlySet<string> open, string language)
    {
        IEnumerable<string> now = plan.Boxes.Where(box => open.Contains(box.Node.Id)).Select(box => $"{Words.Open(language)}: {box.Node.DisplayText}");
        IEnumerable<string> past = plan.Boxes.Where(box => done.Contains(box.Node.Id) && !open.Contains(box.Node.Id) && !box.IsSmall).Select(box => $"{Words.Done(language)}: {box.Node.DisplayText}");
        return string.Join("; ", now.Concat(past));
    }

    void Add(string text) => svg.Append(text).Append('\n');

    static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (Rune rune in text.EnumerateRunes())
        {
            string? entity = rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => null };
            if (entity is not null) safe.Append(entity);
            else if (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF)) safe.Append(rune);
        }

        return safe.ToString();
    }

    void Paint(Band band, double width)
    {
        Add($"<rect class=\"flow-band\" x=\"0\" y=\"{N(band.Top)}\" width=\"{N(width)}\" height=\"{N(band.Bottom - band.Top)}\" fill=\"{Ground}\"/>");
        Text(band.Title, 8, band.Top + 18, 13, Quiet, "start", isBold: true, "flow-band-title");
    }

    void Paint(Arrow arrow)
    {
        string colour = arrow.IsBackward ? Gold : Line;
        string points = string.Join(' ', arrow.Points.Select(point => $"{N(point.X)},{N(point.Y)}"));
        string dash = arrow.IsBackward ? " stroke-dasharray=\"4 3\"" : "";
        Add($"<polyline class=\"flow-arrow{(arrow.IsBackward ? " is-return" : "")}\" points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.4\"{dash}/>");
        (double X, double Y) tip = arrow.Points[^1], before = arrow.Points[^2];
        double length = Math.Max(0.01, Math.Sqrt(Math.Pow(tip.X - before.X, 2) + Math.Pow(tip.Y - before.Y, 2)));
        double dx = (tip.X - before.X) / length, dy = (tip.Y - before.Y) / length;
        string head = $"{N(tip.X)},{N(tip.Y)} {N(tip.X - 6 * dx - 3 * dy)},{N(tip.Y - 6 * dy + 3 * dx)} {N(tip.X - 6 * dx + 3 * dy)},{N(tip.Y - 6 * dy - 3 * dx)}";
        Add($"<polygon class=\"flow-arrow-head\" points=\"{head}\" fill=\"{colour}\"/>");
        if (arrow.Label is { } label) Text(label, (tip.X + before.X) / 2 + 4, (tip.Y + before.Y) / 2, 11, Quiet, "start", false, "flow-outcome");
    }

    void Paint(Box box, IReadOnlySet<string> done, IReadOnlySet<string> open, string language)
    {
        bool isOpen = open.Contains(box.Node.Id), isDone = !isOpen && done.Contains(box.Node.Id);
        string state = isOpen ? " is-open" : isDone ? " is-done" : "";
        string fill = isOpen ? Open : isDone ? Done : Paper;
        string edge = isOpen ? Gold : isDone ? Action : Line;
        Add($"<g class=\"flow-step{(box.IsSmall ? " is-automatic" : "")}{state}\">");
        string spoken = isOpen ? $" ({Words.Open(language)})" : isDone ? $" ({Words.Done(language)})" : "";
        Add($"<title>{Escape(box.Node.DisplayText + spoken)}</title>");
        Add($"<rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\" rx=\"{(box.IsSmall ? 13 : 6)}\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"{(isOpen ? "2.5" : "1.2")}\"/>");
        double y = box.Y + (box.IsSmall ? 17 : 21);
        foreach (string line in box.Title)
        {
            Text(line, box.X + 12, y, box.IsSmall ? 12 : 14, box.IsSmall ? Quiet : Ink, "start", !box.IsSmall, "flow-title");
            y += 18;
        }

        if (box.Below is { } below) Text(below, box.X + 12, y - 2, 12, Quiet, "start", false, "flow-role");
        if (isOpen || isDone) Text(isOpen ? "●" : "✓", box.X + box.Width - 10, box.Y + (box.IsSmall ? 18 : 21), 14, isOpen ? Gold : Action, "end", true, "flow-mark");
        foreach ((string text, double at, bool isLeft) in box.Outcomes)
            Text(text, isLeft ? box.X + 12 : box.X + box.Width - 8, at + 4, 12, Quiet, isLeft ? "start" : "end", false, "flow-outcome");
        Add("</g>");
    }

    void Text(string text, double x, double y, int size, string colour, string anchor, bool isBold, string name) =>
        Add($"<text class=\"{name}\" x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{size}\" fill=\"{colour}\" text-anchor=\"{anchor}\"{(isBold ? " font-weight=\"600\"" : "")}>{Escape(text)}</text>");
}
