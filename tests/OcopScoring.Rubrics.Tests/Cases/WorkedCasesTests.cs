using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests.Cases;

/// <summary>The worked cases of the contract: a line each, with the result or the path that must be refused.</summary>
public sealed class WorkedCasesTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "scoring.jsonl"));

    static IEnumerable<TestCaseData> Cases() => Lines.Select(line =>
    {
        var one = Given.Json(line);
        return new TestCaseData(one).SetArgDisplayNames((string)one["name"]!);
    });

    [Test]
    public void There_are_39_cases() => Assert.That(Lines, Has.Length.EqualTo(39));

    [TestCaseSource(nameof(Cases))]
    public void Each_case_comes_out_as_stated(JsonObject one)
    {
        var rubric = Official.Rubric(Official.Codes.Single(code => Path.GetFileName(Official.File(code)) == (string)one["rubric"]!));
        var rules = one["rules"] is { } given ? CouncilRulesReader.Read(Given.Bytes(given)) : Reading.Of(CouncilRules.Default);
        var sheets = ScoreSheetsReader.Read(Given.Bytes(one["sheets"] ?? Repeated(one["sheetsRepeat"]!.AsArray(), rubric)), rubric);

        if (one["expectError"] is { } path)
        {
            var refused = (string?)one["errorIn"] == "rules" ? rules.Faults : sheets.Faults;
            Assert.That(refused.Select(fault => fault.Path), Is.EqualTo([(string)path!]));
            return;
        }

        var result = CouncilScoring.Score(rubric, sheets.OrThrow(), rules.OrThrow());
        Assert.That(result.ToJson(), Is.EqualTo(Naive.Plain.Text(one["expect"]!)));
    }

    static JsonObject Repeated(JsonArray groups, Rubric rubric)
    {
        var seats = new JsonArray();
        var sheets = new JsonArray();
        foreach (var group in groups)
            for (var i = 0; i < (int)group![0]!; i++)
            {
                var id = $"s{seats.Count}";
                seats.Add(Given.Json($$"""{"seat":"{{id}}","role":"{{(seats.Count == 0 ? "chair" : "member")}}","voting":true}"""));
                var sheet = group[1]!.DeepClone();
                sheet["seat"] = id;
                sheets.Add(sheet);
            }

        return new JsonObject { ["schema"] = "ocop-sheets/1", ["rubric"] = rubric.SetCode, ["seats"] = seats, ["sheets"] = sheets };
    }
}
