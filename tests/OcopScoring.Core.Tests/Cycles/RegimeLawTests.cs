namespace OcopScoring.Core.Tests.Cycles;

/// <summary>What the law says, read back from the regimes that ship.</summary>
public class RegimeLawTests
{
    [TestCase("qd26-2026", 3, "province")]
    [TestCase("qd26-2026", 4, "province")]
    [TestCase("qd26-2026", 5, "central")]
    [TestCase("qd148-2023", 3, "district")]
    [TestCase("qd148-2023", 4, "province")]
    [TestCase("qd148-2023", 5, "central")]
    [TestCase("qd1048-2019", 3, "province")]
    [TestCase("qd1048-2019", 4, "province")]
    [TestCase("qd1048-2019", 5, "central")]
    public void Each_star_is_recognised_by_the_tier_that_the_law_names(string id, int stars, string tier) =>
        Assert.That(RegimesThatShip.Load(id).Regime.TierThatRecognises(stars)!.Id, Is.EqualTo(tier));

    [Test]
    public void One_and_two_stars_are_recognised_by_nobody([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id) =>
        Assert.That(new[] { 1, 2 }.Select(s => RegimesThatShip.Load(id).Regime.TierThatRecognises(s)), Is.All.Null);
}
