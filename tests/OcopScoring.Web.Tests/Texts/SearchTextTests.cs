using CsCheck;
using OcopScoring.Core.Registry;

namespace OcopScoring.Web.Tests.Texts;

public sealed class SearchTextTests
{
    [Test]
    public void The_two_tables_pair_letter_by_letter()
    {
        var (accentedLetters, plainLetters) = (SearchText.Accented, SearchText.Plain);
        Assert.That(plainLetters, Has.Length.EqualTo(accentedLetters.Length));
        Assert.That(SearchText.Accented.Distinct().Count(), Is.EqualTo(134), "the 67 accented letters of Vietnamese, small and capital");
        foreach (var (accented, plain) in SearchText.Accented.Zip(SearchText.Plain))
            Assert.That(accented is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(accented.ToString().Normalize(System.Text.NormalizationForm.FormD)[0]), Is.EqualTo(plain));
    }

    [TestCase("Cà phê Arabica", "ca phe arabica")]
    [TestCase("ĐƯỜNG PHỐ NÚI", "duong pho nui")]
    public void Accents_and_case_do_not_matter(string typed, string plain) => Assert.That(SearchText.Strip(typed), Is.EqualTo(plain));

    [TestCase(null)]
    [TestCase("  ")]
    public void Nothing_typed_searches_for_nothing(string? typed) => Assert.That(SearchText.PatternOf(typed), Is.Null);

    [Test]
    public void Stripping_twice_changes_nothing_more() =>
        Gen.String.Where(s => s.IsNormalized()).Sample(text => SearchText.Strip(SearchText.Strip(text)) == SearchText.Strip(text));
}
