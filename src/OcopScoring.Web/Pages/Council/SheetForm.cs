using System.Globalization;
using Microsoft.AspNetCore.Http;
using OcopScoring.Core;
using OcopScoring.Core.Scoring;
using OcopScoring.Rubrics;
using OcopScoring.Web.Language;

namespace OcopScoring.Web.Pages.Council;

/// <summary>A score sheet as it was sent from the page: with the button for saving, or by the script after each choice.</summary>
/// <param name="Revision">The state of the sheet that the page showed.</param>
public sealed record SheetForm(int Revision, SheetAnswers Answers)
{
    public const string None = "none";

    public const int LongestComment = 2000;

    public static string ChoiceField(Criterion leaf) => $"choice-{leaf.Id}";

    public static string CommentField(Criterion leaf) => $"comment-{leaf.Id}";

    /// <summary>The id of a criterion's place on the page.</summary>
    public static string Place(Criterion leaf) => $"c-{leaf.Id}";

    public static SheetForm Read(IFormCollection form) => new(
        int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1,
        new SheetAnswers(
            Fields(form, "choice-").ToDictionary(f => f.Key, f => f.Value == None ? null : f.Value),
            [.. form["flag"].OfType<string>().Distinct()],
            Fields(form, "comment-").Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => f.Value.Trim())));

    public SaveSheet ToSave(RoundId round, string seat) => new(round, seat, Revision, Answers.Choices, Answers.Flags, Answers.Comments);

    /// <summary>What keeps the sheet from being handed in, each at its criterion.</summary>
    public static IReadOnlyList<Refusal> Faults(Rubric rubric, SheetAnswers answers)
    {
        var faults = new List<Refusal>();
        foreach (var leaf in rubric.Leaves)
        {
            if (!answers.Choices.ContainsKey(leaf.Id))
                faults.Add(new Refusal("sheet-incomplete", $"Chưa chấm tiêu chí {leaf.Id} {leaf.Label()}.", $"Criterion {leaf.Id} {leaf.Label()} is not scored yet.", path: Place(leaf)));
            else if (leaf.StoryLeaf is { } story && answers.Choices.ContainsKey(story.Id) && Points(story, answers) == 0 && Points(leaf, answers) > 0)
                faults.Add(new Refusal("sheet-story", $"Sản phẩm không có câu chuyện (tiêu chí {story.Id} 0 điểm) nên tiêu chí {leaf.Id} cũng phải 0 điểm.", $"Without a story (0 points at {story.Id}) criterion {leaf.Id} must be given 0 points too.", path: Place(leaf)));
        }
        return faults;
    }

    public static int Points(Criterion leaf, SheetAnswers answers) =>
        answers.Choices.GetValueOrDefault(leaf.Id) is { } option ? leaf.FindOption(option)?.Points ?? 0 : 0;

    static IEnumerable<KeyValuePair<string, string>> Fields(IFormCollection form, string prefix) => form
        .Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && f.Value.Count > 0)
        .Select(f => KeyValuePair.Create(f.Key[prefix.Length..], f.Value.ToString()));
}
