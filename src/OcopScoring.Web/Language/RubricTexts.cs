using OcopScoring.Rubrics;

namespace OcopScoring.Web.Language;

/// <summary>The names of parts and criteria in the language of the request. Levels have official wording in Vietnamese only.</summary>
public static class RubricTexts
{
    public static string Label(this RubricPart part) => Languages.Current == Languages.English ? part.LabelEn : part.LabelVi;

    public static string Label(this Criterion criterion) => Languages.Current == Languages.English ? criterion.LabelEn : Sentence(criterion.LabelVi);

    /// <summary>Groups are printed in capitals in the law's form; on a page they read better as a sentence.</summary>
    static string Sentence(string label) =>
        label.Length > 1 && !label.Any(char.IsLower) ? label[0] + label[1..].ToLowerInvariant() : label;
}
