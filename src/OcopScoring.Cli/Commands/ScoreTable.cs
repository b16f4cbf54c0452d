using System.Globalization;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Commands;

/// <summary>A council result for a person to read.</summary>
static class ScoreTable
{
    public static void Write(Rubric rubric, CouncilResult result, TextWriter output)
    {
        void Line(string name, FormattableString value) => output.WriteLine($"{name,-14}{value.ToString(CultureInfo.InvariantCulture)}");

        Line(rubric.SetCode, $"{rubric.LabelVi}");
        Line("status", $"{Words(result.Status)}");
        Line("attendance", $"{result.Attendance}  ({result.Counted} sheets counted, {result.Voting} seats vote)");
        if (result is { Mean: { } mean, Parts: { } parts })
        {
            Line("mean", $"{mean.ToDecimalString(4)}  = {mean}");
            Line("parts", $"A {parts.A.ToDecimalString(4)}   B {parts.B.ToDecimalString(4)}   C {parts.C.ToDecimalString(4)}");
            Line("spread", $"{result.Spread}");
        }

        if (result.Stars is { } stars)
            Line("stars", $"{stars}  (by points {result.StarsByPoints}, cap {result.StarCap}; {(result.Certifiable ? "certifiable" : "not certifiable")})");
        foreach (var flag in result.Flags) Line("knock-out", $"{flag}");
        foreach (var mark in result.UnmetMarks ?? [])
            Line("unmet mark", $"{mark.Star} stars: {mark.Criterion} needs {mark.MinPoints}, has {mark.Value.ToDecimalString(4)}  ({rubric.FindLeaf(mark.Criterion)?.LabelVi})");
    }

    static string Words(CouncilStatus status) => status switch
    {
        CouncilStatus.NoQuorum => "no quorum",
        CouncilStatus.Disqualified => "disqualified",
        CouncilStatus.Rescore => "to be scored again",
        _ => "classified",
    };
}
