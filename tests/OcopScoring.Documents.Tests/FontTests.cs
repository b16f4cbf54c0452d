using System.Security.Cryptography;
using OcopScoring.Documents.Layout;
using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Tests;

/// <summary>The fonts that ship, with their licences; no other is ever used.</summary>
public sealed class FontTests
{
    [Test]
    public void Each_family_ships_with_its_open_font_licence()
    {
        var names = typeof(FontLibrary).Assembly.GetManifestResourceNames();
        foreach (var family in FontLibrary.Faces.Select(face => face.Family.Replace(" ", "")).Distinct())
        {
            Assert.That(names, Has.Some.StartsWith($"Fonts/{family}_").And.Some.EqualTo($"Fonts/{family}-OFL.txt"));
            using var reader = new StreamReader(typeof(FontLibrary).Assembly.GetManifestResourceStream($"Fonts/{family}-OFL.txt")!);
            Assert.That(reader.ReadToEnd(), Does.Contain("SIL OPEN FONT LICENSE Version 1.1"));
        }
    }

    /// <summary>"Lora" and "Playfair Display" are reserved names: a changed file must not carry them (OFL 1.1, clause 3). What ships is unchanged.</summary>
    [TestCase("Lora_400Regular_Italic.ttf", "be627e595184e8afe521f08da0607eee613f1997d423bc8dadc5798995581377")]
    [TestCase("PlayfairDisplay_700Bold.ttf", "4f3b87b5aa297eed5e5a48dbd9941356ca0313d4725b02c29a298cb042b7b31b")]
    public void Fonts_with_a_reserved_name_ship_as_their_authors_made_them(string file, string sha256)
    {
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream("Fonts/" + file)!;
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(stream)), Is.EqualTo(sha256));
    }

    [Test]
    public void A_face_that_does_not_ship_is_an_error() => Assert.That(() => FontLibrary.Of(new FontFace("Arial", 400)), Throws.ArgumentException);

    [Test]
    public void A_trimmed_face_is_less_than_half_of_its_file()
    {
        foreach (var face in FontLibrary.Faces) Assert.That(FontLibrary.Of(face).Data, Has.Length.LessThan(75_000));
    }
}
