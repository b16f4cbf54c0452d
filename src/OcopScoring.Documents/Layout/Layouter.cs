using OcopScoring.Documents.Engine;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Layout;

/// <summary>Measures the nodes of one document and places their marks. For one thread and one document.</summary>
internal sealed class Layouter
{
    const double Slack = 0.01;

    readonly HashSet<LayoutProblem> _problems = [];
    readonly TextSetter _texts = new();
    readonly Dictionary<Qr, Drawing> _codes = [];

    public static LaidOut Lay(DocumentTree tree)
    {
        var layouter = new Layouter();
        var pages = tree.Pages.Select(layouter.Lay).ToList();
        return new(pages, [.. layouter._problems]);
    }

    LaidPage Lay(Page page)
    {
        var margins = page.Margins;
        var width = page.Width - margins.Left - margins.Right;
        var height = page.Height - margins.Top - margins.Bottom;
        var background = Arrange(page.Background, page.Width, page.Height);
        var footer = Arrange(page.Footer, width, null);
        height -= footer.Height;
        var content = FirstThatFits(page.Contents, width, height);
        return new(page.Width, page.Height,
            [.. background.At(0, 0), .. content.At(margins.Left, margins.Top), .. footer.At(margins.Left, margins.Top + height)]);
    }

    Box FirstThatFits(IReadOnlyList<Node> contents, double width, double height)
    {
        foreach (var content in contents.SkipLast(1))
        {
            var before = _problems.ToArray();
            var box = Arrange(content, width, height);
            if (box.Height <= height + Slack) return box;
            _problems.Clear();
            _problems.UnionWith(before);
        }
        var last = Arrange(contents[^1], width, height);
        if (last.Height > height + Slack) _problems.Add(new("page", (int)Math.Ceiling(last.Height), (int)height, 0));
        return last;
    }

    /// <summary>A null height asks for the node's own; a given one is filled by spacers and vertical alignment.</summary>
    Box Arrange(Node node, double width, double? height) => node switch
    {
        Text text => Set(text, width),
        Column column => Stack(column, width, height),
        Spacer spacer => new(0, spacer.Min, []),
        Row row => SideBySide(row, width, height),
        Layers layers => OnTop(layers, width, height),
        Padding padding => Pad(padding, width, height),
        Align align => Place(align, width, height),
        Vector vector => Draw(vector.Drawing, vector.Width),
        Qr qr => Draw(CodeOf(qr), qr.Side),
        Link link => Linked(link, width, height),
        _ => throw new NotSupportedException($"No layout for {node.GetType().Name}."),
    };

    Box Set(Text text, double width)
    {
        var (box, problem) = _texts.Set(text, width);
        if (problem is not null) _problems.Add(problem);
        return box;
    }

    Box Stack(Column column, double width, double? height)
    {
        var boxes = column.Children.Select(child => (Child: child, Box: Arrange(child, width, null))).ToList();
        var own = boxes.Sum(b => b.Box.Height);
        var weights = column.Children.OfType<Spacer>().Sum(s => s.Weight);
        var unit = height is { } given && given > own && weights > 0 ? (given - own) / weights : 0;

        var marks = new List<Mark>();
        double y = 0, widest = 0;
        foreach (var (child, box) in boxes)
        {
            marks.AddRange(box.At(0, y));
            y += box.Height + (child is Spacer spacer ? spacer.Weight * unit : 0);
            widest = Math.Max(widest, box.Width);
        }
        return new(widest, y, marks);
    }

    Box SideBySide(Row row, double width, double? height)
    {
        var shares = row.Cells.Where(c => c.Width is null).Sum(c => c.Share);
        var rest = width - row.Cells.Sum(c => c.Width ?? 0);
        double WidthOf(Cell cell) => cell.Width ?? rest * cell.Share / shares;

        var own = height ?? row.Cells.Max(c => Arrange(c.Content, WidthOf(c), null).Height);
        var marks = new List<Mark>();
        double x = 0, highest = own;
        foreach (var cell in row.Cells)
        {
            var box = Arrange(cell.Content, WidthOf(cell), own);
            marks.AddRange(box.At(x, 0));
            x += WidthOf(cell);
            highest = Math.Max(highest, box.Height);
        }
        return new(x, highest, marks);
    }

    Box OnTop(Layers layers, double width, double? height)
    {
        var boxes = layers.Children.Select(child => Arrange(child, width, height)).ToList();
        return new(boxes.Max(b => b.Width), boxes.Max(b => b.Height), [.. boxes.SelectMany(b => b.Marks)]);
    }

    Box Pad(Padding padding, double width, double? height)
    {
        var (across, down) = (padding.Edges.Left + padding.Edges.Right, padding.Edges.Top + padding.Edges.Bottom);
        var box = Arrange(padding.Child, width - across, height - down);
        return new(box.Width + across, box.Height + down, [.. box.At(padding.Edges.Left, padding.Edges.Top)]);
    }

    Box Place(Align align, double width, double? height)
    {
        var box = Arrange(align.Child, width, null);
        var full = Math.Max(height ?? box.Height, box.Height);
        var x = (width - box.Width) * (int)align.Horizontal / 2;
        var y = (full - box.Height) * (int)align.Vertical / 2;
        return new(width, full, [.. box.At(x, y)]);
    }

    Box Linked(Link link, double width, double? height)
    {
        var box = Arrange(link.Child, width, height);
        return box with { Marks = [.. box.Marks, new LinkMark(link.Url, 0, 0, box.Width, box.Height)] };
    }

    Drawing CodeOf(Qr qr)
    {
        if (!_codes.TryGetValue(qr, out var drawing)) _codes[qr] = drawing = QrDrawing.Of(qr.Text);
        return drawing;
    }

    static Box Draw(Drawing vector, double width)
    {
        var scale = width / vector.Width;
        var height = vector.Height * scale;
        return new(width, height, [new VectorMark(vector, scale, 0, 0, width, height)]);
    }
}

internal sealed record LaidOut(IReadOnlyList<LaidPage> Pages, IReadOnlyList<LayoutProblem> Problems);

internal sealed record LaidPage(double Width, double Height, IReadOnlyList<Mark> Marks);
