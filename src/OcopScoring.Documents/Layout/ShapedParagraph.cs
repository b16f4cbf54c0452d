using System.Text;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Layout;

/// <summary>The spans of one text, in NFC and shaped once; lines of any size and width are cut from it.</summary>
internal sealed class ShapedParagraph
{
    readonly List<Unit> _units = [];

    public ShapedParagraph(IReadOnlyList<Span> spans)
    {
        var missing = new StringBuilder();
        foreach (var span in spans)
        {
            var face = FontLibrary.Of(span.Face);
            var text = span.Text.Normalize(NormalizationForm.FormC);
            foreach (var rune in text.EnumerateRunes())
                if (!face.Has(rune)) missing.Append(rune);
            foreach (var word in Words(text)) Add(span, face, word);
        }
        Missing = missing.ToString();
    }

    /// <summary>Characters that a face of these spans has no letter for; empty when none.</summary>
    public string Missing { get; }

    /// <summary>Highest reach of its ink above a baseline, in sizes.</summary>
    public double InkAbove { get; private set; }

    /// <summary>Lowest reach below a baseline, in sizes.</summary>
    public double InkBelow { get; private set; }

    /// <summary>Cuts lines of at most <paramref name="width"/> sizes; null when that takes more than <paramref name="maxLines"/>, or a cut that <paramref name="cuts"/> forbids.</summary>
    public List<Line>? Break(double width, int maxLines, Cuts cuts) => Cut(width, maxLines, cuts) is { } cut ? Lines(cut) : null;

    List<(int From, int End)>? Cut(double width, int maxLines, Cuts cuts)
    {
        var lines = new List<(int, int)>();
        for (var from = 0; from < _units.Count || lines.Count == 0;)
        {
            if (lines.Count == maxLines) return null;
            var (end, next) = LineFrom(from, width, cuts);
            if (end < 0) return null;
            lines.Add((from, end));
            from = next;
        }
        return lines;
    }

    List<Line> Lines(List<(int From, int End)> cut) => cut.ConvertAll(line => LineOf(line.From, line.End));

    /// <summary>Lines that <see cref="Break"/> takes when there is no limit.</summary>
    public int LinesNeeded(double width) => Break(width, int.MaxValue, Cuts.Anywhere)!.Count;

    /// <summary>The narrowest lines of the same number, so that none is left short.</summary>
    public List<Line> Balance(List<Line> lines, double width, Cuts cuts)
    {
        if (lines.Count < 2) return lines;
        var (low, high) = (lines.Sum(l => l.Width) / lines.Count * 0.9, width);
        List<(int, int)>? best = null;
        for (var i = 0; i < 12; i++)
        {
            var middle = (low + high) / 2;
            if (Cut(middle, lines.Count, cuts) is { } narrower) (best, high) = (narrower, middle);
            else low = middle;
        }
        return best is null ? lines : Lines(best);
    }

    /// <summary>Words and spaces apart: kerning across a space would close it up, and readers would join the words.</summary>
    static IEnumerable<string> Words(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var space = text.IndexOf(' ', from);
            var end = space < 0 ? text.Length : Math.Max(space, from + 1);
            yield return text[from..end];
            from = end;
        }
    }

    void Add(Span span, TrimmedFace face, string word)
    {
        var glyphs = face.Shape(word);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var end = i + 1 < glyphs.Length ? glyphs[i + 1].Cluster : word.Length;
            _units.Add(new(span, face, glyphs[i], word[glyphs[i].Cluster..end]));
        }
        var (above, below) = face.InkOf(glyphs.Select(glyph => glyph.Id));
        InkAbove = Math.Max(InkAbove, above);
        InkBelow = Math.Max(InkBelow, below);
    }

    (int End, int Next) LineFrom(int from, double width, Cuts cuts)
    {
        double used = 0;
        var (end, next) = (-1, -1);
        for (var i = from; i < _units.Count; i++)
        {
            if (_units[i].Text == " ") (end, next) = (i, i + 1);
            used += _units[i].Glyph.Advance;
            if (used <= width + 1e-9 || _units[i].Text == " ") continue;
            if (end > from && cuts != Cuts.Anywhere) return (end, next);
            if (cuts == Cuts.AtSpaces) return (-1, -1);
            var cut = Math.Max(i, from + 1);
            return (cut, cut);
        }
        return (_units.Count, _units.Count);
    }

    Line LineOf(int from, int end)
    {
        var runs = new List<GlyphRun>();
        double x = 0;
        for (var i = from; i < end;)
        {
            var first = _units[i];
            var start = i;
            while (i < end && ReferenceEquals(_units[i].Span, first.Span)) i++;
            var ids = new ushort[i - start];
            var points = new (double X, double Y)[i - start];
            var text = new StringBuilder();
            for (var k = start; k < i; k++)
            {
                var glyph = _units[k].Glyph;
                ids[k - start] = glyph.Id;
                points[k - start] = (x + glyph.OffsetX, glyph.OffsetY);
                text.Append(_units[k].Text);
                x += glyph.Advance;
            }
            runs.Add(new(first.Face, first.Span, ids, points, text.ToString()));
        }
        return new(runs, x);
    }

    readonly record struct Unit(Span Span, TrimmedFace Face, Glyph Glyph, string Text);
}

/// <summary>Where a line may end.</summary>
internal enum Cuts
{
    AtSpaces,

    /// <summary>Also within a word that is longer than a line.</summary>
    LongWords,

    Anywhere,
}

/// <summary>One line at one em; <see cref="Width"/> and positions in sizes.</summary>
internal sealed record Line(IReadOnlyList<GlyphRun> Runs, double Width);

/// <summary>Glyphs of one face and colour; positions in sizes from the start of the line.</summary>
internal sealed record GlyphRun(TrimmedFace Face, Span Span, ushort[] Glyphs, (double X, double Y)[] Positions, string Text);
