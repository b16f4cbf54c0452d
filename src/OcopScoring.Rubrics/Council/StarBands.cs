namespace OcopScoring.Rubrics;

/// <summary>The lowest mean for each number of stars; the lower end belongs to the band, and below <paramref name="Two"/> there is one star.</summary>
public sealed record StarBands(int Five, int Four, int Three, int Two)
{
    /// <summary>90, 70, 50, 30 (QĐ26 Điều 3 khoản 3; the same numbers in the older acts).</summary>
    public static StarBands Official { get; } = new(90, 70, 50, 30);

    /// <summary>The stars of an exact mean.</summary>
    public int StarsOf(Fraction mean) =>
        mean >= Five ? 5
        : mean >= Four ? 4
        : mean >= Three ? 3
        : mean >= Two ? 2
        : 1;

    /// <summary>The stars of the mean <paramref name="sum"/> ÷ <paramref name="count"/>, without dividing.</summary>
    internal int StarsOf(long sum, int count) =>
        sum >= (long)Five * count ? 5
        : sum >= (long)Four * count ? 4
        : sum >= (long)Three * count ? 3
        : sum >= (long)Two * count ? 2
        : 1;
}
