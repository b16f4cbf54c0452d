using System.Text;

namespace OcopScoring.Core.Registry;

/// <summary>
/// Searching Vietnamese as people type it, with or without accents: text and question are both stripped by the same table,
/// here and in PostgreSQL's `translate`. The table holds capitals too, since `lower` knows only ASCII where the database has no locale.
/// </summary>
public static class SearchText
{
    public const string Accented = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";
    public const string Plain = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydaaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

    /// <summary>A pattern for `like` that finds the words in their order, or null when there is nothing to look for.</summary>
    public static string? PatternOf(string? typed)
    {
        var words = Strip(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? null : $"%{string.Join('%', words.Select(Escape))}%";
    }

    public static string Strip(string text)
    {
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return string.Create(lower.Length, lower, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = Accented.IndexOf(source[i], StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : char.IsWhiteSpace(source[i]) ? ' ' : source[i];
        });
    }

    static string Escape(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
