using System.Globalization;
using System.Text;

namespace OcopScoring.Documents.Tree;

/// <summary>Writes a drawing as SVG, for engines and pages that take that.</summary>
public static class SvgWriter
{
    public static string Write(Drawing vector)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {vector.Width} {vector.Height}\">");
        foreach (var shape in vector.Shapes)
            foreach (var m in shape.Instances)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{shape.Path}\" fill=\"{shape.Fill?.Hex ?? "none"}\"");
                if (shape.EvenOdd) svg.Append(" fill-rule=\"evenodd\"");
                if (shape.Stroke is { } stroke)
                    svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{stroke.Hex}\" stroke-width=\"{shape.StrokeWidth}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
                if (!m.IsIdentity) svg.Append(CultureInfo.InvariantCulture, $" transform=\"matrix({m.M11} {m.M12} {m.M21} {m.M22} {m.M31} {m.M32})\"");
                svg.Append("/>");
            }
        return svg.Append("</svg>").ToString();
    }
}
