namespace OcopScoring.Rubrics.Tests;

public sealed class CouncilScoringTests
{
    static readonly Rubric Scale = Given.Scale();

    static readonly CouncilRules NoLimit = CouncilRules.Default with { MaxSpread = null };

    static CouncilResult Score(CouncilRules rules, params int[] totals) => new Round(Scale).Totals(totals).Under(rules).Score();

    [TestCase(100, 5)]
    [TestCase(90, 5)]
    [TestCase(89, 4)]
    [TestCase(70, 4)]
    [TestCase(69, 3)]
    [TestCase(50, 3)]
    [TestCase(49, 2)]
    [TestCase(30, 2)]
    [TestCase(29, 1)]
    [TestCase(0, 1)]
    public void A_whole_mean_falls_into_its_band(int total, int stars)
    {
        var result = Score(NoLimit, total);
        Assert.That((result.StarsByPoints, result.Stars, result.StarCap), Is.EqualTo((stars, stars, 5)));
        Assert.That(result.Certifiable, Is.EqualTo(stars >= 3));
    }

    [TestCase(90, 5)]
    [TestCase(70, 4)]
    [TestCase(50, 3)]
    [TestCase(30, 2)]
    public void The_edge_of_a_band_is_exact_to_the_last_sheet(int edge, int stars)
    {
        foreach (var count in new[] { 2, 3, 7, 9, 11, 201, 1001 })
        {
            int[] totals = [.. Enumerable.Repeat(edge, count)];
            Assert.That(Score(NoLimit, totals).StarsByPoints, Is.EqualTo(stars), $"{edge} on {count} sheets");
            totals[^1] = edge - 1;
            var below = Score(NoLimit, totals);
            Assert.That(below.StarsByPoints, Is.EqualTo(stars - 1), $"1/{count} below {edge}");
            Assert.That(below.Mean, Is.EqualTo(new Fraction((edge * count) - 1, count)));
            totals[^1] = edge + 1;
            Assert.That(Score(NoLimit, totals).StarsByPoints, Is.EqualTo(stars), $"1/{count} above {edge}");
        }
    }

    [Test]
    public void A_mean_that_is_shown_as_the_edge_is_still_below_it()
    {
        int[] totals = [89, .. Enumerable.Repeat(90, 20000)];
        var result = Score(NoLimit, totals);
        Assert.That(result.Mean!.Value.ToDecimalString(4), Is.EqualTo("90.0000"));
        Assert.That(result.StarsByPoints, Is.EqualTo(4));
    }

    [Test]
    public void Bands_are_data()
    {
        var sheets = new Round(Scale).Totals(60).Sheets();
        Assert.That(CouncilScoring.Score(Scale, sheets, NoLimit, new StarBands(60, 40, 20, 10)).StarsByPoints, Is.EqualTo(5));
        Assert.That(CouncilScoring.Score(Scale, sheets, NoLimit, new StarBands(61, 60, 20, 10)).StarsByPoints, Is.EqualTo(4));
        Assert.That(CouncilScoring.Score(Scale, sheets, NoLimit, new StarBands(99, 98, 97, 61)).StarsByPoints, Is.EqualTo(1));
        Assert.That(StarBands.Official, Is.EqualTo(new StarBands(90, 70, 50, 30)));
    }

    [TestCase("90", 5)]
    [TestCase("1799999999999999999999/20000000000000000000", 4)]
    [TestCase("70", 4)]
    [TestCase("50", 3)]
    [TestCase("30", 2)]
    [TestCase("299/10", 1)]
    public void Bands_judge_any_fraction(string mean, int stars) => Assert.That(StarBands.Official.StarsOf(Fraction.Parse(mean)), Is.EqualTo(stars));

    [Test]
    public void Parts_and_spread_are_those_of_the_counted_sheets()
    {
        var result = new Round(Scale)
            .Chair(Given.Points(Scale, 40, 20, 10)).Member(Given.Points(Scale, 39, 20, 10)).Member(Given.Points(Scale, 38, 25, 9))
            .Recused().Score();
        Assert.That(result.Mean, Is.EqualTo(new Fraction(211, 3)));
        Assert.That(result.Parts, Is.EqualTo(new PartMeans(39, new Fraction(65, 3), new Fraction(29, 3))));
        Assert.That(result.Spread, Is.EqualTo(3));
        Assert.That((result.Voting, result.Counted, result.Attendance), Is.EqualTo((4, 3, Fraction.One)));
    }

    [TestCase(3, 1, CouncilStatus.Classified)]
    [TestCase(2, 2, CouncilStatus.NoQuorum)]
    [TestCase(6, 2, CouncilStatus.Classified)]
    [TestCase(5, 2, CouncilStatus.NoQuorum)]
    public void Three_quarters_of_the_voting_seats_are_present(int present, int absent, CouncilStatus status)
    {
        var round = new Round(Scale).Totals([.. Enumerable.Repeat(80, present)]);
        for (var i = 0; i < absent; i++) round.Absent();
        Assert.That(round.Score().Status, Is.EqualTo(status));
    }

    [Test]
    public void Attendance_is_compared_exactly()
    {
        var rules = CouncilRules.Default with { MinAttendance = Fraction.Parse("6666666666666666666666666667/10000000000000000000000000000") };
        Assert.That(new Round(Scale).Totals(80, 80).Absent().Under(rules).Score().Status, Is.EqualTo(CouncilStatus.NoQuorum), "two thirds is a little less");
        Assert.That(new Round(Scale).Totals(80, 80).Absent().Under(rules with { MinAttendance = Fraction.Parse("2/3") }).Score().Status, Is.EqualTo(CouncilStatus.Classified));
    }

    [Test]
    public void A_recused_member_is_present_and_not_counted()
    {
        var result = new Round(Scale).Totals(80).Recused().Recused().Absent().Score();
        Assert.That((result.Status, result.Voting, result.Counted, result.Attendance), Is.EqualTo((CouncilStatus.Classified, 4, 1, new Fraction(3, 4))));
    }

    [Test]
    public void A_seat_without_a_sheet_is_absent()
    {
        var result = new Round(Scale).Totals(80).Seat(SeatRole.Member, true).Score();
        Assert.That((result.Status, result.Attendance), Is.EqualTo((CouncilStatus.NoQuorum, new Fraction(1, 2))));
    }

    [Test]
    public void Seats_without_a_vote_do_not_count_for_attendance()
    {
        var result = new Round(Scale).Totals(80).Absent().Recused(SeatRole.Secretary, voting: false).Recused(SeatRole.Member, voting: false).Score();
        Assert.That((result.Status, result.Voting, result.Attendance), Is.EqualTo((CouncilStatus.NoQuorum, 2, new Fraction(1, 2))));
    }

    [Test]
    public void The_chair_must_be_present_where_the_rules_say_so()
    {
        Round Absent() => new Round(Scale).Absent(SeatRole.Chair).Totals(80, 80, 80, 80);
        Round None() => new Round(Scale).Member(Given.Total(Scale, 80));
        var free = CouncilRules.Default with { ChairRequired = false };
        Assert.That(Absent().Score().Status, Is.EqualTo(CouncilStatus.NoQuorum));
        Assert.That(Absent().Under(free).Score().Status, Is.EqualTo(CouncilStatus.Classified));
        Assert.That(None().Score().Status, Is.EqualTo(CouncilStatus.NoQuorum), "there is no chair's seat at all");
        Assert.That(None().Under(free).Score().Status, Is.EqualTo(CouncilStatus.Classified));
        Assert.That(new Round(Scale).Seat(SeatRole.Chair, true).Totals(80, 80, 80, 80).Score().Status, Is.EqualTo(CouncilStatus.NoQuorum), "the chair has no sheet");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_recused_chair_is_present_with_or_without_a_vote(bool voting) =>
        Assert.That(new Round(Scale).Recused(SeatRole.Chair, voting).Totals(80, 80, 80).Score().Status, Is.EqualTo(CouncilStatus.Classified));

    [Test]
    public void An_absent_chair_without_a_vote_is_missed() =>
        Assert.That(new Round(Scale).Absent(SeatRole.Chair, voting: false).Totals(80, 80, 80).Score().Status, Is.EqualTo(CouncilStatus.NoQuorum));

    [Test]
    public void Without_a_counted_sheet_there_is_nothing_to_show()
    {
        var rules = new CouncilRules { MinAttendance = 0, ChairRequired = false };
        foreach (var round in new[] { new Round(Scale).Recused(SeatRole.Chair).Recused(), new Round(Scale).Absent(), new Round(Scale).Seat(SeatRole.Member, true) })
        {
            var result = round.Under(rules).Score();
            Assert.That(result.Status, Is.EqualTo(CouncilStatus.NoQuorum));
            Assert.That((result.Counted, result.Mean, result.Parts, result.Spread, result.UnmetMarks, result.Stars), Is.EqualTo((0, (Fraction?)null, (PartMeans?)null, (int?)null, (IReadOnlyList<UnmetMark>?)null, (int?)null)));
            Assert.That(result.Flags, Is.Empty);
            Assert.That(result.Certifiable, Is.False);
        }
    }

    [Test]
    public void The_document_of_nothing_counted_is_this() => Assert.That(new Round(Scale).Recused(SeatRole.Chair).Absent().Score().ToJson(), Is.EqualTo(
        """{"rubric":"TEST-01","status":"no-quorum","voting":2,"counted":0,"attendance":"1/2","mean":null,"meanDecimal":null,"parts":null,"spread":null,"starsByPoints":null,"starCap":null,"stars":null,"certifiable":false,"unmetMarks":null,"flags":[]}"""));

    [TestCase(80, 70, 10, CouncilStatus.Classified)]
    [TestCase(81, 70, 10, CouncilStatus.Rescore)]
    [TestCase(70, 81, 10, CouncilStatus.Rescore)]
    [TestCase(70, 70, 0, CouncilStatus.Classified)]
    [TestCase(70, 71, 0, CouncilStatus.Rescore)]
    [TestCase(0, 100, null, CouncilStatus.Classified)]
    [TestCase(0, 100, 100, CouncilStatus.Classified)]
    [TestCase(0, 100, int.MaxValue, CouncilStatus.Classified)]
    public void Totals_further_apart_than_allowed_are_scored_again(int one, int other, int? limit, CouncilStatus status)
    {
        var result = Score(CouncilRules.Default with { MaxSpread = limit }, one, other);
        Assert.That((result.Status, result.Spread), Is.EqualTo((status, Math.Abs(one - other))));
        Assert.That((result.Stars, result.StarCap, result.StarsByPoints, result.Certifiable) == (null, null, null, false), Is.EqualTo(status == CouncilStatus.Rescore));
        Assert.That(result.UnmetMarks, Is.Not.Null);
        Assert.That(Score(CouncilRules.Default with { MaxSpread = limit, OnSpread = OnSpread.Ignore }, one, other).Status, Is.EqualTo(CouncilStatus.Classified));
    }

    [TestCase(1, 3, false, true)]
    [TestCase(2, 3, true, true)]
    [TestCase(2, 4, false, true)]
    [TestCase(3, 4, true, true)]
    [TestCase(0, 4, false, false)]
    [TestCase(1, 1, true, true)]
    public void A_flag_is_effective_on_more_than_half_or_on_any_counted_sheet(int raised, int counted, bool majority, bool any)
    {
        Round Council()
        {
            var round = new Round(Scale);
            for (var i = 0; i < counted; i++)
                if (i == 0) round.Chair(Given.Total(Scale, 75), i < raised ? ["FORGED_DOSSIER"] : []);
                else round.Member(Given.Total(Scale, 75), i < raised ? ["FORGED_DOSSIER"] : []);
            return round.Recused();
        }

        var byMajority = Council().Score();
        Assert.That(byMajority.Status == CouncilStatus.Disqualified, Is.EqualTo(majority));
        Assert.That(byMajority.Flags, Is.EqualTo(majority ? ["FORGED_DOSSIER"] : Array.Empty<string>()));
        var byAny = Council().Under(CouncilRules.Default with { KnockoutBasis = KnockoutBasis.Any }).Score();
        Assert.That(byAny.Status == CouncilStatus.Disqualified, Is.EqualTo(any));
    }

    [Test]
    public void Each_flag_is_counted_by_itself_and_listed_in_ordinal_order()
    {
        Round Council() => new Round(Scale)
            .Chair(Given.Total(Scale, 75), "FORGED_DOSSIER", "third").Member(Given.Total(Scale, 75), "third", "ANOTHER").Member(Given.Total(Scale, 75));
        Assert.That(Council().Score().Flags, Is.EqualTo(["third"]));
        Assert.That(Council().Under(CouncilRules.Default with { KnockoutBasis = KnockoutBasis.Any }).Score().Flags, Is.EqualTo(["ANOTHER", "FORGED_DOSSIER", "third"]));
        var split = new Round(Scale).Chair(Given.Total(Scale, 75), "FORGED_DOSSIER").Member(Given.Total(Scale, 75), "ANOTHER").Member(Given.Total(Scale, 75), "third");
        Assert.That(split.Score().Status, Is.EqualTo(CouncilStatus.Classified), "three different flags on three sheets make no majority");
    }

    [Test]
    public void A_disqualified_result_keeps_what_was_counted_and_has_no_stars()
    {
        var result = new Round(Scale).Chair(Given.Total(Scale, 95), "FORGED_DOSSIER").Score();
        Assert.That((result.Status, result.Mean, result.Stars, result.StarCap, result.StarsByPoints, result.Certifiable), Is.EqualTo((CouncilStatus.Disqualified, (Fraction?)95, (int?)null, (int?)null, (int?)null, false)));
    }

    [Test]
    public void The_first_of_no_quorum_disqualified_rescore_wins()
    {
        Round All() => new Round(Scale).Chair(Given.Total(Scale, 95), "FORGED_DOSSIER").Member(Given.Total(Scale, 50), "FORGED_DOSSIER").Absent();
        var quorum = CouncilRules.Default with { MinAttendance = 0 };
        Assert.That(All().Score().Status, Is.EqualTo(CouncilStatus.NoQuorum));
        Assert.That(All().Score().Flags, Is.EqualTo(["FORGED_DOSSIER"]), "the flags stay");
        Assert.That(All().Under(quorum).Score().Status, Is.EqualTo(CouncilStatus.Disqualified));
        Assert.That(new Round(Scale).Chair(Given.Total(Scale, 95), "FORGED_DOSSIER").Member(Given.Total(Scale, 50)).Score().Status, Is.EqualTo(CouncilStatus.Rescore), "one of two is no majority");
    }

    [Test]
    public void Sheets_go_with_the_rubric_that_read_them()
    {
        var sheets = new Round(Scale).Totals(80).Sheets();
        Assert.That(() => CouncilScoring.Score(Given.Scale(), sheets, CouncilRules.Default), Throws.ArgumentException);
    }
}
