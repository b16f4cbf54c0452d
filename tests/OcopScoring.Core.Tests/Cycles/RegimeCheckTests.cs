using System.Text;
using System.Text.Json.Nodes;
using OcopScoring.Core.Cycles;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>What one part of a regime says must fit the others: each rule is broken once.</summary>
public class RegimeCheckTests
{
    [TestCase("tiers[1].id", "\"central\"", "tiers[2].id")]
    [TestCase("tiers[1].localityKind", "\"state\"", "tiers[1].localityKind")]
    [TestCase("tiers[1].signatory", "null", "tiers[1].signatory")]
    [TestCase("tiers[1].signatory.en", "[]", "tiers[1].signatory")]
    [TestCase("tiers[0].signatory", """{ "vi": ["X"], "en": ["X"] }""", "tiers[0].signatory")]
    [TestCase("tiers[1].authority.en", "\"Chair\"", "tiers[1].authority")]
    [TestCase("tiers[1].council", "false", "tiers[1].council")]
    [TestCase("tiers[1].recognises", "[3]", "tiers")]
    [TestCase("tiers[1].recognises", "[3, 4, 5]", "tiers")]
    [TestCase("tiers[1].recognises", "[2, 3, 4]", "tiers[1].recognises[0]")]
    [TestCase("tiers", "[]", "tiers")]
    [TestCase("roles[1].tier", "\"district\"", "roles[1].tier")]
    [TestCase("roles[1].id", "\"producer\"", "roles[1].id")]
    [TestCase("siteVisit.tier", "\"commune\"", "siteVisit.tier")]
    [TestCase("siteVisit.kinds", "[\"renewal\"]", "siteVisit.kinds[0]")]
    [TestCase("starBands[1].from", "90", "starBands")]
    [TestCase("starBands[4].from", "1", "starBands")]
    [TestCase("starBands[4].stars", "2", "starBands")]
    [TestCase("councilRules.maxSpread", "\"10\"", "councilRules.maxSpread")]
    [TestCase("councilRules", "[]", "councilRules")]
    [TestCase("inForce.to", "\"2026-05-21\"", "inForce.to")]
    [TestCase("inForce.from", "\"2026-02-29\"", "inForce.from")]
    [TestCase("legalBasis[0].inForceTo", "\"2026-05-21\"", "legalBasis[0].inForceTo")]
    [TestCase("legalBasis", "[]", "legalBasis")]
    [TestCase("batches[0].tier", "\"district\"", "batches[0].tier")]
    [TestCase("batches[1].number", "1", "batches[1].number")]
    [TestCase("batches[0].proposedBefore", "\"02-29\"", "batches[0].proposedBefore")]
    [TestCase("batches[0].proposedBefore", "\"4-30\"", "batches[0].proposedBefore")]
    [TestCase("renewal.latestDaysBeforeExpiry", "181", "renewal.latestDaysBeforeExpiry")]
    [TestCase("certificate.numberPattern", "\"{serial}/GCN-{code}\"", "certificate.numberPattern")]
    [TestCase("certificate.validMonths", "0", "certificate.validMonths")]
    [TestCase("certificate.validMonths", "36.5", "certificate.validMonths")]
    [TestCase("tasks[1].role", "\"village-elder\"", "tasks[1].role")]
    [TestCase("tasks[1].tier", "\"province\"", "tasks[1].tier")]
    [TestCase("tasks[0].tier", "\"district\"", "tasks[0].tier")]
    [TestCase("tasks[1].outcomes", "[]", "tasks[1].outcomes")]
    [TestCase("tasks[1].outcomes[1].id", "\"Endorsed\"", "tasks[1].outcomes[1].id")]
    [TestCase("tasks[0].overdueOutcome.id", "\"Withdrawn\"", "tasks[0].overdueOutcome.id")]
    [TestCase("notices[0].body.en", "\"Dear {friend}\"", "notices[0].body.en")]
    [TestCase("notices[1].id", "\"received\"", "notices[1].id")]
    [TestCase("disqualifiers[1].id", "\"FORGED_DOSSIER\"", "disqualifiers[1].id")]
    public void A_contradiction_is_reported_where_it_stands(string path, string value, string faultAt)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(RegimesThatShip.Path("qd26-2026"), RegimeReader.FileName)))!;
        RegimeJsonPaths.Replace(document, path, JsonNode.Parse(value));
        var (regime, faults) = RegimeReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        Assert.Multiple(() =>
        {
            Assert.That(regime, Is.Null);
            Assert.That(faults.Select(f => f.Path), Has.Member(faultAt));
        });
    }
}
