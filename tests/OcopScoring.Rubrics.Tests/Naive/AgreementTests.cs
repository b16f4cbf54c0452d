using CsCheck;

namespace OcopScoring.Rubrics.Tests.Naive;

/// <summary>The product and a second implementation, written apart from it, must agree to the letter.</summary>
public sealed class AgreementTests
{
    static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Test]
    public void Random_councils_come_out_alike() => Seeds.Sample(
        seed =>
        {
            var documents = new RandomDocuments(seed);
            var rubric = RubricReader.Read(Given.Bytes(documents.Rubric)).OrThrow();
            var sheets = ScoreSheetsReader.Read(Given.Bytes(documents.Sheets), rubric).OrThrow();
            var rules = documents.Rules is null ? CouncilRules.Default : CouncilRulesReader.Read(Given.Bytes(documents.Rules)).OrThrow();
            var result = CouncilScoring.Score(rubric, sheets, rules).ToJson();
            Assert.That(result, Is.EqualTo(Plain.Text(NaiveCouncil.Score(documents.Rubric, documents.Sheets, documents.Rules))));
        },
        iter: 2500);

    [Test]
    public void Random_councils_reach_every_status_star_cap_and_both_kinds_of_flags()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 1500; seed++)
        {
            var documents = new RandomDocuments(seed);
            var result = NaiveCouncil.Score(documents.Rubric, documents.Sheets, documents.Rules);
            seen.Add((string)result["status"]!);
            if ((int?)result["starsByPoints"] is { } byPoints) seen.Add($"points {byPoints}");
            if ((int?)result["starCap"] is { } cap) seen.Add($"cap {cap}");
            if ((int)result["counted"]! == 0) seen.Add("nothing counted");
            foreach (var flag in result["flags"]!.AsArray()) seen.Add((string)flag!);
        }

        Assert.That(seen, Is.SupersetOf(new[]
        {
            "no-quorum", "disqualified", "rescore", "classified", "points 1", "points 2", "points 3", "points 4", "points 5", "cap 2", "cap 3", "cap 4", "cap 5",
            "nothing counted", "STOP_ANY_ZERO_IN_SENSORY", "KO_ONE", "REQ_100PCT", "not_capital",
        }));
    }

    [Test]
    public void Sheets_survive_writing_and_reading() => Seeds.Sample(
        seed =>
        {
            var documents = new RandomDocuments(seed);
            var rubric = RubricReader.Read(Given.Bytes(documents.Rubric)).OrThrow();
            var sheets = ScoreSheetsReader.Read(Given.Bytes(documents.Sheets), rubric).OrThrow();
            var written = sheets.ToJson();
            var again = ScoreSheetsReader.Read(Given.Bytes(written), rubric).OrThrow();
            Assert.That(again.ToJson(), Is.EqualTo(written));
            Assert.That(CouncilScoring.Score(rubric, again, CouncilRules.Default), Is.EqualTo(CouncilScoring.Score(rubric, sheets, CouncilRules.Default)));
        },
        iter: 300);

    [Test]
    public void Results_and_rules_survive_writing_and_reading() => Seeds.Sample(
        seed =>
        {
            var documents = new RandomDocuments(seed);
            var rubric = RubricReader.Read(Given.Bytes(documents.Rubric)).OrThrow();
            var sheets = ScoreSheetsReader.Read(Given.Bytes(documents.Sheets), rubric).OrThrow();
            var rules = documents.Rules is null ? CouncilRules.Default : CouncilRulesReader.Read(Given.Bytes(documents.Rules)).OrThrow();
            Assert.That(CouncilRulesReader.Read(Given.Bytes(rules.ToJson())).OrThrow(), Is.EqualTo(rules));
            var result = CouncilScoring.Score(rubric, sheets, rules);
            Assert.That(CouncilResult.FromJson(Given.Bytes(result.ToJson())).OrThrow(), Is.EqualTo(result));
        },
        iter: 300);

    [Test]
    public void The_order_of_seats_and_sheets_does_not_matter() => Seeds.Sample(
        seed =>
        {
            var documents = new RandomDocuments(seed);
            var rubric = RubricReader.Read(Given.Bytes(documents.Rubric)).OrThrow();
            var sheets = ScoreSheetsReader.Read(Given.Bytes(documents.Sheets), rubric).OrThrow();
            var turned = ScoreSheets.Create(rubric, [.. sheets.Seats.Reverse()], [.. sheets.Sheets.Reverse()]).OrThrow();
            Assert.That(CouncilScoring.Score(rubric, turned, CouncilRules.Default), Is.EqualTo(CouncilScoring.Score(rubric, sheets, CouncilRules.Default)));
        },
        iter: 300);

    [Test]
    public void A_preview_of_a_whole_sheet_is_a_council_of_one() => Seeds.Sample(
        seed =>
        {
            var documents = new RandomDocuments(seed);
            var rubric = RubricReader.Read(Given.Bytes(documents.Rubric)).OrThrow();
            var sheets = ScoreSheetsReader.Read(Given.Bytes(documents.Sheets), rubric).OrThrow();
            foreach (var choices in sheets.Sheets.Select(sheet => sheet.Choices).OfType<Choices>())
            {
                var alone = new Round(rubric).Chair(choices).Under(CouncilRules.Default with { KnockoutBasis = KnockoutBasis.Majority }).Score();
                var preview = SheetTotals.Preview(rubric, choices.ToDictionary());
                Assert.That((Fraction)preview.Total, Is.EqualTo(alone.Mean));
                Assert.That(new PartMeans(preview.A, preview.B, preview.C), Is.EqualTo(alone.Parts));
                Assert.That(preview.Unmet.Select(mark => (mark.Criterion, mark.Star, mark.MinPoints)), Is.EqualTo(alone.UnmetMarks!.Select(mark => (mark.Criterion, mark.Star, mark.MinPoints))));
                Assert.That(preview.Open, Is.Empty);
                Assert.That(preview.Faults, Is.Empty);
                if (alone.Status == CouncilStatus.Classified) Assert.That((preview.StarsByPoints, preview.StarCap, preview.Stars), Is.EqualTo((alone.StarsByPoints, alone.StarCap, alone.Stars)));
            }
        },
        iter: 300);
}
