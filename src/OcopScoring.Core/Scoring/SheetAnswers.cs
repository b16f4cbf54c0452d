using System.Text.Json;

namespace OcopScoring.Core.Scoring;

/// <summary>What a sheet holds, complete or not.</summary>
/// <param name="Choices">Leaf → option id, or null for "no level reached"; leaves without an answer are missing.</param>
/// <param name="Comments">Leaf → comment.</param>
public sealed record SheetAnswers(IReadOnlyDictionary<string, string?> Choices, IReadOnlyList<string> Flags, IReadOnlyDictionary<string, string> Comments)
{
    public static SheetAnswers Of(Sheet sheet) => new(
        JsonSerializer.Deserialize<Dictionary<string, string?>>(sheet.Choices)!,
        sheet.Flags,
        JsonSerializer.Deserialize<Dictionary<string, string>>(sheet.Comments)!);
}
