using System.Globalization;
using System.Text;
using OcopScoring.Documents.Tree;
using QRCoder;

namespace OcopScoring.Documents.Layout;

/// <summary>
/// A QR code as outlines: one path around each dark area, so that no hairlines show between modules.
/// Level M (15 % may be lost), with the four light modules around it that the standard asks for.
/// </summary>
internal static class QrDrawing
{
    public static Drawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var side = modules.Count;
        return new Drawing(null, side, side,
        [
            new Shape(string.Create(CultureInfo.InvariantCulture, $"M0 0H{side}V{side}H0Z")) { Fill = new(255, 255, 255) },
            new Shape(Outline(modules, side)) { Fill = new(0, 0, 0), EvenOdd = true },
        ]);
    }

    static string Outline(List<System.Collections.BitArray> modules, int side)
    {
        bool Dark(int x, int y) => x >= 0 && y >= 0 && x < side && y < side && modules[y][x];

        // Directed edges with the dark module on the right hand; where two areas touch at a corner a point begins two edges.
        var edges = new Dictionary<(int X, int Y), Stack<(int X, int Y)>>();
        void Edge((int, int) from, (int, int) to)
        {
            if (!edges.TryGetValue(from, out var ends)) edges[from] = ends = new();
            ends.Push(to);
        }
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                if (!Dark(x, y)) continue;
                if (!Dark(x, y - 1)) Edge((x, y), (x + 1, y));
                if (!Dark(x + 1, y)) Edge((x + 1, y), (x + 1, y + 1));
                if (!Dark(x, y + 1)) Edge((x + 1, y + 1), (x, y + 1));
                if (!Dark(x - 1, y)) Edge((x, y + 1), (x, y));
            }

        var path = new StringBuilder();
        foreach (var start in edges.Keys)
            while (edges[start].Count > 0) Trace(start, edges, path);
        return path.ToString();
    }

    static void Trace((int X, int Y) start, Dictionary<(int X, int Y), Stack<(int X, int Y)>> edges, StringBuilder path)
    {
        path.Append(CultureInfo.InvariantCulture, $"M{start.X} {start.Y}");
        var (at, across) = (start, (bool?)null);
        do
        {
            var next = edges[at].Pop();
            var horizontal = next.Y == at.Y;
            if (across is { } before && before != horizontal)
                path.Append(before ? 'H' : 'V').Append(before ? at.X : at.Y);
            (at, across) = (next, horizontal);
        }
        while (at != start);
        path.Append(across == true ? 'H' : 'V').Append(across == true ? at.X : at.Y).Append('Z');
    }
}
