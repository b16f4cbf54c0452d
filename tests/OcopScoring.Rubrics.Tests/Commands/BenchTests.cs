using OcopScoring.Cli.Bench;

namespace OcopScoring.Rubrics.Tests.Commands;

public sealed class BenchTests
{
    [Test]
    public void The_report_is_the_document_of_the_contract()
    {
        var report = new BenchReport("score");
        report.Add("score.results", 500_000.04, "1/s", 12_500);
        report.Add("score.bytes", 12.34567, "B");
        report.Add("score.none", 1, "1/s", 0);
        var json = Given.Json(report.ToJson());
        Assert.That((string)json["bench"]!, Is.EqualTo("score"));
        Assert.That((int)json["machine"]!["cores"]!, Is.EqualTo(Environment.ProcessorCount));
        Assert.That((double)json["machine"]!["load"]!, Is.GreaterThanOrEqualTo(0));
        Assert.That(json["figures"]!.ToJsonString(), Is.EqualTo(
            """[{"id":"score.results","value":500000,"unit":"1/s","limit":12500,"ratio":40},{"id":"score.bytes","value":12.3457,"unit":"B"},{"id":"score.none","value":1,"unit":"1/s","limit":0}]"""));
    }

    [Test]
    public void The_report_is_also_a_table()
    {
        var report = new BenchReport("score");
        report.Add("score.results", 500_000, "1/s", 12_500);
        using var output = new StringWriter();
        report.Print(output, json: false);
        Assert.That(output.ToString(), Does.Contain("score.results").And.Contain("500,000.00 1/s").And.Contain("ratio 40"));
        using var document = new StringWriter();
        report.Print(document, json: true);
        Assert.That(document.ToString().Trim(), Is.EqualTo(report.ToJson()));
    }

    [Test]
    public void Both_sides_of_the_benchmark_compute_the_same()
    {
        var tea = Official.Rubric("QD26-11");
        var councils = ScoreBenchCouncils.Make(tea, count: 64, seats: 9);
        foreach (var council in councils)
        {
            Assert.That(council.Sheets, Has.Count.EqualTo(9));
            new DecimalBaseline(council).MustAgree(CouncilScoring.Score(tea, council, CouncilRules.Default));
        }

        Assert.That(() => new DecimalBaseline(councils[0]).MustAgree(CouncilScoring.Score(tea, councils[1], CouncilRules.Default)), Throws.InvalidOperationException);
    }
}
