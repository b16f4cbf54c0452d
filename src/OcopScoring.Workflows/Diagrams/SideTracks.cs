using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>Leads the arrows of a column beside the boxes, each on a track that is free over its height.</summary>
sealed class SideTracks(Dictionary<ActivityNode, Box> boxes)
{
    const int Most = 7;
    const double Spacing = 6;

    readonly List<(double Top, double Bottom)>[] left = Empty();
    readonly List<(double Top, double Bottom)>[] right = Empty();
    readonly Dictionary<(ActivityNode, bool), int> arrivals = [];

    static List<(double Top, double Bottom)>[] Empty()
    {
        var tracks = new List<(double Top, double Bottom)>[Most];
        for (int i = 0; i < Most; i++) tracks[i] = [];
        return tracks;
    }

    public Arrow Arrow(Connection connection)
    {
        Box from = boxes[connection.Source], to = boxes[connection.Target];
        string outcome = connection.Port ?? "Done";
        int line = from.Outcomes.FindIndex(each => each.Text == outcome);
        bool goesBack = to.Y <= from.Y;
        bool isNext = !goesBack && !boxes.Values.Any(box => box.Y > from.Y && box.Y < to.Y);
        if (isNext && line < 0)
        {
            double middle = Math.Max(from.X, to.X) + Math.Min(from.Width, to.Width) / 2;
            return new Arrow([(middle, from.Y + from.Height), (middle, to.Y)], false, null);
        }

        double start = line < 0 ? from.Y + from.Height / 2 : from.Outcomes[line].Y;
        if (line >= 0) from.Outcomes[line] = from.Outcomes[line] with { IsLeft = goesBack };
        int arrival = arrivals[(connection.Target, goesBack)] = arrivals.GetValueOrDefault((connection.Target, goesBack)) + 1;
        double end = to.Y + Math.Min(6 + arrival * 5, to.Height - 5);
        double near = goesBack ? from.X : from.X + from.Width, target = goesBack ? to.X : to.X + to.Width;
        double track = Track(goesBack ? left : right, Math.Min(start, end), Math.Max(start, end));
        double x = goesBack ? ColumnLayout.Left - 7 - track * Spacing : ColumnLayout.Right + 7 + track * Spacing;
        return new Arrow([(near, start), (x, start), (x, end), (target, end)], goesBack, null);
    }

    static int Track(List<(double Top, double Bottom)>[] tracks, double top, double bottom)
    {
        for (int i = 0; i < Most; i++)
        {
            if (tracks[i].Exists(taken => taken.Top < bottom + 3 && top - 3 < taken.Bottom)) continue;
            tracks[i].Add((top, bottom));
            return i;
        }

        return Most - 1;
    }
}
