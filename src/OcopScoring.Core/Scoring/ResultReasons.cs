using OcopScoring.Core.Cycles;
using OcopScoring.Core.Recognition;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Says in words why a council result is not higher: points, unmet star marks, knock-outs. Names nobody and no single sheet.</summary>
public static class ResultReasons
{
    public static Text Of(CouncilResult result, Regime regime)
    {
        var (vi, en) = (new List<string>(), new List<string>());
        if (result.Mean is { } mean)
        {
            vi.Add($"tổng điểm trung bình {Recognising.PointsText(mean)}");
            en.Add($"mean of {Recognising.PointsText(mean)} points");
        }
        foreach (var mark in result.UnmetMarks ?? [])
        {
            vi.Add($"tiêu chí {mark.Criterion} dưới mức tối thiểu của hạng {mark.Star} sao");
            en.Add($"criterion {mark.Criterion} below the minimum for {mark.Star} stars");
        }
        foreach (var flag in result.Flags)
        {
            var title = regime.FindDisqualifier(flag)?.Title ?? new Text(flag, flag);
            vi.Add($"bị loại: {title.Vi}");
            en.Add($"knocked out: {title.En}");
        }
        return new Text(string.Join("; ", vi), string.Join("; ", en));
    }
}
