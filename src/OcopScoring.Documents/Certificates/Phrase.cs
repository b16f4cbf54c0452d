using System.Text;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>Texts in the certificate's manner.</summary>
internal static class Phrase
{
    public static Text Centred(string name, string text, FontFace face, Colour colour, params IReadOnlyList<TextStep> steps)
        => new(name, [new(Clean(text), face, colour)], steps) { Alignment = Horizontal.Center, Balanced = true };

    public static Text Left(string name, string text, FontFace face, Colour colour, params IReadOnlyList<TextStep> steps)
        => new(name, [new(Clean(text), face, colour)], steps);

    public static Text Labelled(string name, string label, string value, FontFace face, params IReadOnlyList<TextStep> steps)
        => new(name, [new(label, Palette.Sans, Palette.Quiet), new(Clean(value), face, Palette.Ink)], steps)
        {
            Alignment = Horizontal.Center,
            Balanced = true,
        };

    /// <summary>One space wherever there is white space, none at the ends: line breaks are the template's.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var word in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            if (cleaned.Length > 0) cleaned.Append(' ');
            cleaned.Append(word);
        }
        return cleaned.ToString();
    }
}
