using System.Text.Json.Nodes;
using OcopScoring.Core.Cycles;

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

    [Test]
    public void The_tiers_stand_in_the_order_of_the_law() => Assert.Multiple(() =>
    {
        Assert.That(TiersOf("qd26-2026"), Is.EqualTo(new[] { "commune", "province", "central" }));
        Assert.That(TiersOf("qd148-2023"), Is.EqualTo(new[] { "commune", "district", "province", "central" }));
        Assert.That(TiersOf("qd1048-2019"), Is.EqualTo(new[] { "commune", "district", "province", "central" }));
    });

    [Test]
    public void Every_knock_out_of_the_rubrics_has_a_text_and_no_text_is_idle([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        var folder = RegimesThatShip.Load(id);
        var used = folder.Rubrics.SelectMany(r => KnockOutsOf(JsonNode.Parse(r.Bytes.Span)!)).Distinct();
        Assert.That(folder.Regime.Disqualifiers.Select(d => d.Id), Is.EquivalentTo(used));
    }

    [Test]
    public void Two_batches_a_year_at_each_deciding_tier() =>
        Assert.That(RegimesThatShip.Load("qd26-2026").Regime.Batches.Select(b => $"{b.Tier} {b.Number} {b.ProposedBefore} {b.EvaluatedBefore}"), Is.EqualTo(new[]
        {
            "province 1 04-30 06-30", "province 2 10-30 12-30", "central 1 07-30 09-30", "central 2 01-30 03-30",
        }));

    [Test]
    public void What_is_not_established_is_null_and_noted() => Assert.Multiple(() =>
    {
        foreach (var id in new[] { "qd148-2023", "qd1048-2019" })
        {
            var regime = RegimesThatShip.Load(id).Regime;
            Assert.That(regime.Renewal, Is.EqualTo(new RegimeRenewal(null, null, null, regime.Renewal.Note)));
            Assert.That(regime.Renewal.Note, Is.Not.Null);
            Assert.That(regime.Batches, Is.Empty);
        }
    });

    [Test]
    public void Every_text_differs_between_the_languages([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        var document = JsonNode.Parse(RegimesThatShip.Load(id).Document.Bytes.Span)!;
        foreach (var path in RegimeJsonPaths.Objects(document))
        {
            if (RegimeJsonPaths.At(document, path) is JsonObject { Count: 2 } o && o["vi"] is JsonValue vi && o["en"] is JsonValue en)
                Assert.That(vi.GetValue<string>(), Is.Not.EqualTo(en.GetValue<string>()), path);
        }
    }

    [Test]
    public void A_placeholder_stands_in_both_languages_or_in_neither([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        foreach (var notice in RegimesThatShip.Load(id).Regime.Notices)
        {
            foreach (var text in new[] { notice.Subject, notice.Body })
            {
                foreach (var name in RegimeNotice.Placeholders)
                    Assert.That(text.Vi.Contains($"{{{name}}}", StringComparison.Ordinal), Is.EqualTo(text.En.Contains($"{{{name}}}", StringComparison.Ordinal)), $"{notice.Id}: {name}");
            }
        }
    }

    [Test]
    public void The_reasons_are_sent_with_every_refusal([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string id)
    {
        var regime = RegimesThatShip.Load(id).Regime;
        foreach (var notice in new[] { "supplement-requested", "not-recognised", "no-gain", "disqualified", "refused" }.Where(n => regime.FindNotice(n) is not null))
            Assert.That(regime.Notice(notice).Body.Vi, Does.Contain("{reasons}"), notice);
    }

    static IEnumerable<string> TiersOf(string id) => RegimesThatShip.Load(id).Regime.Tiers.Select(t => t.Id);

    static IEnumerable<string> KnockOutsOf(JsonNode rubric) => RegimeJsonPaths.Properties(rubric)
        .Where(p => p.Path == "dossier_disqualifiers" || p.Path.EndsWith(".rules", StringComparison.Ordinal))
        .SelectMany(p => ((p.Value as JsonArray) ?? []).Select(v => v!.GetValue<string>())
            .Where(v => p.Path == "dossier_disqualifiers" || v.StartsWith("KO_", StringComparison.Ordinal) || v.StartsWith("STOP_", StringComparison.Ordinal) || v.StartsWith("REQ_100PCT", StringComparison.Ordinal)));
}
