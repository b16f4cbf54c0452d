namespace OcopScoring.Documents.Layout;

/// <summary>The characters documents are written in: Vietnamese and the Latin alphabets around it.</summary>
internal static class Repertoire
{
    /// <summary>The 134 letters of Vietnamese beyond a–z with marks, capital and small: all with a code point of their own in NFC.</summary>
    public const string VietnameseLetters =
        "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ" +
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    public static IEnumerable<int> CodePoints { get; } =
    [
        .. Range(0x20, 0x7E), .. Range(0xA0, 0xAC), .. Range(0xAE, 0x17F),
        0x1A0, 0x1A1, 0x1AF, 0x1B0, .. Range(0x1EA0, 0x1EF9),
        .. Range(0x2010, 0x2015), .. Range(0x2018, 0x201E), 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A,
        0x20AB, 0x20AC, 0x2122, 0x2212,
    ];

    static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
