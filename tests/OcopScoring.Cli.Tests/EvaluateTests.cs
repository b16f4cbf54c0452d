using System.Text.Json;

namespace OcopScoring.Cli.Tests;

public sealed class EvaluateTests
{
    [TestCase("small-province")]
    [TestCase("four-tiers")]
    [TestCase("2019")]
    public async Task The_samples_come_out_as_worked_out_by_hand_and_again_the_same(string sample)
    {
        await using var ocop = new Ocop();

        var first = await ocop.RunAsync("evaluate", Repository.At("samples", sample), "--out", ocop.Output, "--json");
        var second = await ocop.RunAsync("evaluate", Repository.At("samples", sample), "--out", ocop.Output, "--json");

        Assert.That(first.ExitCode, Is.Zero, first.Error);
        var report = JsonDocument.Parse(first.Output).RootElement;
        Assert.That(report.GetProperty("mismatches").GetArrayLength(), Is.Zero);
        Assert.That(report.GetProperty("dossiers").EnumerateArray().Select(d => d.GetProperty("error").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
        Assert.That(second.Output, Is.EqualTo(first.Output));
        foreach (var dossier in report.GetProperty("dossiers").EnumerateArray().Where(d => d.GetProperty("certificate").ValueKind == JsonValueKind.Object))
            Assert.That(Path.Combine(ocop.Output, dossier.GetProperty("certificate").GetProperty("file").GetString()!), Does.Exist);
    }

    [Test]
    public async Task A_broken_dossier_stops_alone_and_its_error_names_the_place()
    {
        await using var ocop = new Ocop();

        var ran = await ocop.RunAsync("evaluate", Repository.At("samples", "broken"), "--out", ocop.Output, "--json");

        Assert.That(ran.ExitCode, Is.EqualTo(1));
        var report = JsonDocument.Parse(ran.Output).RootElement;
        Assert.That(report.GetProperty("mismatches").GetArrayLength(), Is.Zero, "the good ones go on");
        var errors = report.GetProperty("dossiers").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("error").GetString());
        Assert.Multiple(() =>
        {
            foreach (var (dossier, names) in Faults)
                foreach (var name in names)
                    Assert.That(errors[dossier], Does.Contain(name), dossier);
        });
        Assert.That(errors.Where(e => e.Value is not null).Select(e => e.Key), Is.EquivalentTo(Faults.Keys));
    }

    [Test]
    public async Task A_cycle_that_exists_with_another_regime_is_refused()
    {
        await using var ocop = new Ocop();
        var folder = Path.Combine(ocop.DataFolder, "folder");
        Directory.CreateDirectory(Path.Combine(folder, "dossiers"));
        const string Cycle = """{"schema":"ocop-cycle/1","id":"c","regime":"qd26-2026","title":"t","opensOn":"2026-05-22","closesOn":"2026-12-30","province":"68"}""";
        await File.WriteAllTextAsync(Path.Combine(folder, "cycle.json"), Cycle);
        var empty = await ocop.RunAsync("evaluate", folder, "--out", ocop.Output, "--json");
        await File.WriteAllTextAsync(Path.Combine(folder, "cycle.json"), Cycle.Replace("qd26-2026", "qd148-2023", StringComparison.Ordinal));

        var other = await ocop.RunAsync("evaluate", folder, "--out", ocop.Output, "--json");

        Assert.That((empty.ExitCode, JsonDocument.Parse(empty.Output).RootElement.GetProperty("dossiers").GetArrayLength()), Is.EqualTo((0, 0)), empty.Error);
        Assert.That((other.ExitCode, other.Output), Is.EqualTo((1, "")));
        Assert.That(other.Error, Does.StartWith("cycle.json: regime: "));
    }

    [Test]
    public async Task Wrong_use_exits_with_2_and_says_the_right_one()
    {
        await using var ocop = new Ocop();

        foreach (var arguments in new string[][] { ["evaluate"], ["evaluate", "x"], ["evaluate", "x", "--out"], ["evaluate", "x", "--out", "y", "--wrong"], ["verify"], ["up", "--port", "0"], ["nonsense"] })
        {
            var ran = await ocop.RunAsync(arguments);
            Assert.That((ran.ExitCode, ran.Output), Is.EqualTo((2, "")), string.Join(" ", arguments));
            Assert.That(ran.Error, Does.Contain("ocop"));
        }
    }

    /// <summary>What each error must name: samples/README.md.</summary>
    static readonly Dictionary<string, string[]> Faults = new()
    {
        ["bad-evidence-missing"] = ["evidence[19].file", "bad-evidence-missing-thu-nghiem.pdf"],
        ["bad-evidence-content"] = ["evidence[19].file", "PDF"],
        ["bad-unknown-property"] = ["product.weight"],
        ["bad-property-twice"] = ["product.specification"],
        ["bad-not-json"] = ["bad-not-json.json: $: "],
        ["bad-criterion-missing"] = ["selfAssessment['7']"],
        ["bad-option"] = ["selfAssessment['4.2']", "4.2.x"],
        ["bad-story"] = ["selfAssessment['5.2']"],
        ["bad-locality"] = ["producer.localityCode", "99998"],
        ["bad-tax-code"] = ["producer.taxCode"],
        ["bad-association"] = ["producer.type"],
        ["bad-outside-cycle"] = ["submittedOn", "2026-05-22", "2026-12-30"],
        ["bad-previous"] = ["previous", "no-such-dossier"],
        ["bad-renewal-early"] = ["2029-01-21", "2029-03-22"],
        ["bad-first-again"] = ["GCN-OCOP", "upgrade", "re-evaluation"],
        ["bad-wrong-task"] = ["script[2].task", "province-council", "province-advisory"],
        ["bad-outcome"] = ["script[0].outcome", "Approved", "Endorsed"],
        ["bad-days-back"] = ["script[2].on"],
        ["bad-council-outcome"] = ["script[3].outcome"],
        ["bad-seat"] = ["bad-seat-province-1.json", "sheets[8].seat", "m9"],
        ["bad-sheets-missing"] = ["script[3].sheets", "no-such-sheets.json"],
        ["bad-site-visit"] = ["script[2]", "SiteVisit"],
    };
}
