namespace OcopScoring.Rubrics.Tests;

public sealed class StarMarkTests
{
    static readonly Rubric Marked = Given.Scale(("1.1", 10, 3), ("2.1", 10, 4), ("3.1", 10, 5), ("1.1", 20, 4), ("1.1", 30, 5));

    static CouncilResult Score(MarksBasis basis, params (int A, int B, int C)[] points)
    {
        var round = new Round(Marked).Under(CouncilRules.Default with { MaxSpread = null, MarksBasis = basis });
        foreach (var (a, b, c) in points)
            if (points[0] == (a, b, c)) round.Seat(SeatRole.Member, true, id => Sheet.Submitted(id, Given.Points(Marked, a, b, c)));
            else round.Member(Given.Points(Marked, a, b, c));
        return round.Recused(SeatRole.Chair).Score();
    }

    [TestCase(40, 25, 35, 5, 5, 5)]
    [TestCase(40, 25, 9, 4, 4, 4)]
    [TestCase(40, 9, 35, 3, 4, 3)]
    [TestCase(9, 25, 35, 2, 3, 2)]
    [TestCase(19, 25, 35, 3, 4, 3)]
    [TestCase(29, 25, 35, 4, 4, 4)]
    [TestCase(10, 10, 10, 3, 2, 2)]
    [TestCase(30, 10, 10, 5, 3, 3)]
    public void The_cap_is_the_highest_star_with_all_marks_up_to_it_met(int a, int b, int c, int cap, int byPoints, int stars)
    {
        foreach (var basis in Enum.GetValues<MarksBasis>())
        {
            var result = Score(basis, (a, b, c));
            Assert.That((result.StarCap, result.StarsByPoints, result.Stars), Is.EqualTo((cap, byPoints, stars)), $"{basis}");
            Assert.That(result.Certifiable, Is.EqualTo(stars >= 3));
        }
    }

    [Test]
    public void An_unmet_lower_mark_binds_although_the_higher_ones_are_met()
    {
        var rubric = Given.Scale(("1.1", 40, 3), ("2.1", 1, 4), ("3.1", 1, 5));
        var result = new Round(rubric).Chair(Given.Points(rubric, 39, 25, 35)).Score();
        Assert.That((result.StarsByPoints, result.StarCap, result.Stars, result.Certifiable), Is.EqualTo((5, 2, 2, false)));
    }

    [Test]
    public void Unmet_marks_are_listed_by_star_and_then_in_the_rubrics_order()
    {
        var result = Score(MarksBasis.CriterionMean, (0, 0, 0), (1, 1, 2));
        Assert.That(result.UnmetMarks, Is.EqualTo(
        [
            new UnmetMark("1.1", 3, 10, new Fraction(1, 2)),
            new UnmetMark("1.1", 4, 20, new Fraction(1, 2)),
            new UnmetMark("2.1", 4, 10, new Fraction(1, 2)),
            new UnmetMark("1.1", 5, 30, new Fraction(1, 2)),
            new UnmetMark("3.1", 5, 10, 1),
        ]));
    }

    [Test]
    public void The_order_of_rows_in_the_file_does_not_matter()
    {
        var json = Given.ScaleJson(("1.1", 10, 3), ("2.1", 10, 3), ("3.1", 10, 3));
        var rows = json["min_star_marks"]!.AsArray();
        var first = rows[0]!;
        rows.RemoveAt(0);
        rows.Add(first);
        var rubric = RubricReader.Read(Given.Bytes(json)).OrThrow();
        Assert.That(new Round(rubric).Totals(0).Score().UnmetMarks!.Select(mark => mark.Criterion), Is.EqualTo(["1.1", "2.1", "3.1"]));
    }

    [Test]
    public void By_the_mean_one_member_can_make_up_for_another()
    {
        var (met, unmet) = (Score(MarksBasis.CriterionMean, (9, 25, 35), (11, 25, 35)), Score(MarksBasis.CriterionMean, (9, 25, 35), (10, 25, 35), (10, 25, 35)));
        Assert.That(met.UnmetMarks!.Where(mark => mark.Star == 3), Is.Empty);
        Assert.That(unmet.UnmetMarks![0], Is.EqualTo(new UnmetMark("1.1", 3, 10, new Fraction(29, 3))));
    }

    [Test]
    public void By_every_sheet_one_member_below_is_enough_to_miss_it()
    {
        var result = Score(MarksBasis.EverySheet, (9, 25, 35), (40, 25, 35), (40, 25, 35));
        Assert.That(result.StarCap, Is.EqualTo(2));
        Assert.That(result.UnmetMarks![0], Is.EqualTo(new UnmetMark("1.1", 3, 10, new Fraction(89, 3))), "the value is the mean, though it is above");
        Assert.That(Score(MarksBasis.EverySheet, (30, 10, 10), (40, 25, 35)).StarCap, Is.EqualTo(5));
    }

    [TestCase(2, 4, false)]
    [TestCase(3, 4, true)]
    [TestCase(1, 2, false)]
    [TestCase(2, 3, true)]
    [TestCase(1, 1, true)]
    public void By_majority_more_than_half_must_reach_it(int reaching, int counted, bool met)
    {
        var round = new Round(Marked).Under(CouncilRules.Default with { MaxSpread = null, MarksBasis = MarksBasis.Majority }).Recused(SeatRole.Chair);
        for (var i = 0; i < counted; i++) round.Member(Given.Points(Marked, i < reaching ? 40 : 0, 25, 35));
        Assert.That(round.Score().StarCap, Is.EqualTo(met ? 5 : 2));
    }

    [Test]
    public void Sheets_without_a_vote_or_not_submitted_do_not_matter_to_marks()
    {
        var round = new Round(Marked).Under(CouncilRules.Default with { MarksBasis = MarksBasis.EverySheet })
            .Chair(Given.Points(Marked, 40, 25, 35)).Recused().Recused(SeatRole.Secretary, false).Seat(SeatRole.Member, false).Absent(SeatRole.Member, false);
        Assert.That(round.Score().StarCap, Is.EqualTo(5));
    }

    [Test]
    public void Unmet_marks_are_kept_whatever_the_status()
    {
        var low = Given.Points(Marked, 0, 25, 35);
        var noQuorum = new Round(Marked).Chair(low).Absent().Score();
        var disqualified = new Round(Marked).Chair(low, "FORGED_DOSSIER").Score();
        var rescore = new Round(Marked).Chair(low).Member(Given.Points(Marked, 0, 0, 0)).Score();
        Assert.That(new[] { noQuorum.Status, disqualified.Status, rescore.Status }, Is.EqualTo([CouncilStatus.NoQuorum, CouncilStatus.Disqualified, CouncilStatus.Rescore]));
        foreach (var result in new[] { noQuorum, disqualified, rescore })
        {
            Assert.That(result.UnmetMarks, Has.Count.GreaterThanOrEqualTo(3));
            Assert.That(result.StarCap, Is.Null);
        }
    }
}
