using System.Globalization;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Bench;

/// <summary>Councils with valid random sheets, the same in every run.</summary>
static class ScoreBenchCouncils
{
    public static ScoreSheets[] Make(Rubric rubric, int count, int seats)
    {
        var random = new Random(26);
        var entries = new SeatEntry[seats];
        for (var i = 0; i < seats; i++)
            entries[i] = new SeatEntry(string.Create(CultureInfo.InvariantCulture, $"m{i}"), i == 0 ? SeatRole.Chair : SeatRole.Member, Voting: true);
        var councils = new ScoreSheets[count];
        for (var i = 0; i < count; i++)
            councils[i] = ScoreSheets.Create(rubric, entries, [.. entries.Select(seat => MakeSheet(rubric, seat.Seat, random))]).OrThrow();
        return councils;
    }

    static Sheet MakeSheet(Rubric rubric, string seat, Random random)
    {
        var answers = new Dictionary<string, string?>();
        foreach (var leaf in rubric.Leaves)
        {
            // Without a story what depends on it gets nothing.
            var option = leaf.Options[random.Next(leaf.Options.Count)];
            var storyless = leaf.StoryLeaf is { } story && Points(story, answers[story.Id]) == 0;
            answers[leaf.Id] = !storyless ? option.Id : leaf.AllowsNone ? null : leaf.Options.First(o => o.Points == 0).Id;
        }

        string[] flags = random.Next(20) == 0 ? [rubric.KnockOutIds[random.Next(rubric.KnockOutIds.Count)]] : [];
        return Sheet.Submitted(seat, ChoicesReader.Read(answers, rubric, "choices").OrThrow(), flags);
    }

    static int Points(Criterion leaf, string? option) => option is null ? 0 : leaf.FindOption(option)!.Points;
}
