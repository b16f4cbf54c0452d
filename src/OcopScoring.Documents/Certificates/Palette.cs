using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Certificates;

/// <summary>Colours and faces of the certificate.</summary>
internal static class Palette
{
    public static readonly Colour Paper = Colour.Of("#FFFDF6");
    public static readonly Colour Ink = Colour.Of("#26201A");
    public static readonly Colour Quiet = Colour.Of("#6E6355");
    public static readonly Colour Red = Colour.Of("#9C1C1F");
    public static readonly Colour Gold = Colour.Of("#B98A2F");
    public static readonly Colour BrightGold = Colour.Of("#F2C85B");
    public static readonly Colour DeepGold = Colour.Of("#D79E2B");
    public static readonly Colour DarkGold = Colour.Of("#8F6414");
    public static readonly Colour SoftGold = Colour.Of("#D8B870");
    public static readonly Colour PaleGold = Colour.Of("#F3E6C6");
    public static readonly Colour Cream = Colour.Of("#FBEFCB");

    public static readonly FontFace Sans = new("Be Vietnam Pro", 400);
    public static readonly FontFace SansSemiBold = new("Be Vietnam Pro", 600);
    public static readonly FontFace SansBold = new("Be Vietnam Pro", 700);
    public static readonly FontFace Display = new("Playfair Display", 700);
    public static readonly FontFace SerifItalic = new("Lora", 400, Italic: true);
}
