using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Layout;

/// <summary>Sets texts: takes the first step that fits, cuts lines, places runs.</summary>
internal sealed class TextSetter
{
    /// <summary>The part of a line above the baseline.</summary>
    const double Rise = 0.735;

    readonly Dictionary<(Text Text, double Width), (Box Box, LayoutProblem? Problem)> _set = [];

    public (Box Box, LayoutProblem? Problem) Set(Text text, double width)
    {
        if (!_set.TryGetValue((text, width), out var result)) _set[(text, width)] = result = Fit(text, width);
        return result;
    }

    static (Box Box, LayoutProblem? Problem) Fit(Text text, double width)
    {
        var paragraph = new ShapedParagraph(text.Spans);
        if (paragraph.Missing.Length > 0) return (Box.Empty, new(text.Name, 0, 0, 0, paragraph.Missing));

        var last = text.Steps[^1];
        IEnumerable<(TextStep Step, Cuts Cuts)> attempts =
            [.. text.Steps.Select(step => (step, Cuts.AtSpaces)), (last, Cuts.LongWords), (last, Cuts.Anywhere)];
        foreach (var (step, cuts) in attempts)
        {
            if (paragraph.Break(width / step.Size, step.MaxLines, cuts) is not { } lines) continue;
            if (text.Balanced) lines = paragraph.Balance(lines, width / step.Size, cuts);
            return (Placed(text, paragraph, lines, step.Size, width), null);
        }
        return (Box.Empty, new(text.Name, paragraph.LinesNeeded(width / last.Size), last.MaxLines, last.Size));
    }

    static Box Placed(Text text, ShapedParagraph paragraph, List<Line> lines, double size, double width)
    {
        var baseline = Math.Max(text.LineHeight * Rise, paragraph.InkAbove) * size;
        var pitch = baseline + Math.Max(text.LineHeight * (1 - Rise), paragraph.InkBelow) * size;
        var widest = lines.Max(l => l.Width) * size;
        var full = text.Alignment == Horizontal.Left ? widest : width;

        var marks = new List<Mark>();
        double y = 0;
        foreach (var line in lines)
        {
            var x = (full - line.Width * size) * (int)text.Alignment / 2;
            foreach (var run in line.Runs)
                marks.Add(new TextMark(text.Name, run, size, x, y, line.Width * size, pitch, y + baseline));
            y += pitch;
            if (text.Rule is not { } rule) continue;
            y += rule.Gap;
            marks.Add(new FillMark(rule.Colour, x, y, line.Width * size, rule.Thickness));
            y += rule.Thickness;
        }
        return new(full, y, marks);
    }
}
