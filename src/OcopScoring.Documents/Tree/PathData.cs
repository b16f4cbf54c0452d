using System.Globalization;
using System.Text;

namespace OcopScoring.Documents.Tree;

/// <summary>Writes SVG path data. Two decimals (of a point: 3.5 micrometres) keep files small.</summary>
internal sealed class PathData
{
    readonly StringBuilder _data = new();

    public PathData Move(double x, double y) => Add('M', x, y);

    public PathData Line(double x, double y) => Add('L', x, y);

    public PathData Cubic(double x1, double y1, double x2, double y2, double x, double y) => Add('C', x1, y1, x2, y2, x, y);

    public PathData Close()
    {
        _data.Append('Z');
        return this;
    }

    public PathData Circle(double x, double y, double radius)
    {
        var bow = radius * 0.5523;
        return Move(x + radius, y)
            .Cubic(x + radius, y + bow, x + bow, y + radius, x, y + radius)
            .Cubic(x - bow, y + radius, x - radius, y + bow, x - radius, y)
            .Cubic(x - radius, y - bow, x - bow, y - radius, x, y - radius)
            .Cubic(x + bow, y - radius, x + radius, y - bow, x + radius, y)
            .Close();
    }

    public PathData Rectangle(double x, double y, double width, double height)
        => Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public PathData Polygon(IEnumerable<(double X, double Y)> points)
    {
        var first = true;
        foreach (var (x, y) in points)
        {
            if (first) Move(x, y);
            else Line(x, y);
            first = false;
        }
        return Close();
    }

    /// <summary>A smooth curve through points of a function, with its own tangents.</summary>
    public PathData Curve(Func<double, (double X, double Y)> at, double from, double to, int segments)
    {
        var step = (to - from) / segments;
        var (start, slope) = (at(from), Slope(at, from));
        Move(start.X, start.Y);
        for (var i = 1; i <= segments; i++)
        {
            var t = from + i * step;
            var (end, next) = (at(t), Slope(at, t));
            var third = step / 3;
            Cubic(start.X + slope.X * third, start.Y + slope.Y * third, end.X - next.X * third, end.Y - next.Y * third, end.X, end.Y);
            (start, slope) = (end, next);
        }
        return this;
    }

    public override string ToString() => _data.ToString();

    static (double X, double Y) Slope(Func<double, (double X, double Y)> at, double t)
    {
        const double h = 1e-5;
        var (before, after) = (at(t - h), at(t + h));
        return ((after.X - before.X) / (2 * h), (after.Y - before.Y) / (2 * h));
    }

    PathData Add(char verb, params ReadOnlySpan<double> numbers)
    {
        _data.Append(verb);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0) _data.Append(' ');
            _data.Append((Math.Round(numbers[i], 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture));
        }
        return this;
    }
}
