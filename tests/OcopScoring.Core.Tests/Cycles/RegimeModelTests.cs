using System.Globalization;
using OcopScoring.Core.Cycles;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Tests.Cycles;

public class RegimeModelTests
{
    static readonly Regime Qd26 = RegimesThatShip.Load("qd26-2026").Regime;

    [TestCase(1, 2026, "68", "0001/2026/GCN-OCOP-68")]
    [TestCase(127, 2026, "TW", "0127/2026/GCN-OCOP-TW")]
    [TestCase(12345, 2027, "01", "12345/2027/GCN-OCOP-01")]
    public void A_certificate_number_is_serial_year_and_code(int serial, int year, string code, string number) =>
        Assert.That(Qd26.Certificate.Number(serial, year, code), Is.EqualTo(number));

    [TestCase("2026-08-05", "2029-08-05")]
    [TestCase("2028-02-29", "2031-02-28")]
    [TestCase("2026-08-31", "2029-08-31")]
    public void A_certificate_ends_on_the_same_day_36_months_later(string decidedOn, string validUntil) =>
        Assert.That(Qd26.Certificate.ValidUntil(DateOnly.Parse(decidedOn, CultureInfo.InvariantCulture)), Is.EqualTo(DateOnly.Parse(validUntil, CultureInfo.InvariantCulture)));

    [Test]
    public void A_month_without_that_day_ends_it_on_its_last_day() =>
        Assert.That((Qd26.Certificate with { ValidMonths = 6 }).ValidUntil(new DateOnly(2026, 8, 31)), Is.EqualTo(new DateOnly(2027, 2, 28)));

    [TestCase(181, false)]
    [TestCase(180, true)]
    [TestCase(150, true)]
    [TestCase(120, true)]
    [TestCase(119, false)]
    [TestCase(-1, false)]
    public void The_renewal_window_includes_both_of_its_ends(int daysLeft, bool open)
    {
        var validUntil = new DateOnly(2029, 8, 5);
        Assert.That(Qd26.Renewal.MayBeFiled(validUntil.AddDays(-daysLeft), validUntil), Is.EqualTo(open));
    }

    [TestCase(4000)]
    [TestCase(0)]
    [TestCase(-30)]
    public void A_window_that_is_not_established_shuts_nobody_out(int daysLeft)
    {
        var validUntil = new DateOnly(2025, 8, 5);
        Assert.That(RegimesThatShip.Load("qd148-2023").Regime.Renewal.MayBeFiled(validUntil.AddDays(-daysLeft), validUntil), Is.True);
    }

    [Test]
    public void Both_days_of_a_period_belong_to_it() => Assert.Multiple(() =>
    {
        var period = new RegimePeriod(new DateOnly(2023, 2, 24), new DateOnly(2026, 7, 21));
        Assert.That(period.Contains(new DateOnly(2023, 2, 24)));
        Assert.That(period.Contains(new DateOnly(2026, 7, 21)));
        Assert.That(period.Contains(new DateOnly(2023, 2, 23)), Is.False);
        Assert.That(period.Contains(new DateOnly(2026, 7, 22)), Is.False);
        Assert.That(Qd26.InForce.Contains(new DateOnly(2050, 1, 1)));
    });

    [Test]
    public void A_batch_that_begins_late_is_evaluated_in_the_same_or_the_next_year() => Assert.Multiple(() =>
    {
        Assert.That(Qd26.Batches.Single(b => (b.Tier, b.Number) == ("central", 2)).In(2027), Is.EqualTo((new DateOnly(2027, 1, 30), new DateOnly(2027, 3, 30))));
        var overNewYear = new RegimeBatch("province", 3, new RegimeDay(12, 15), new RegimeDay(2, 1), null);
        Assert.That(overNewYear.In(2026), Is.EqualTo((new DateOnly(2026, 12, 15), new DateOnly(2027, 2, 1))));
    });

    [TestCase("100", 5)]
    [TestCase("90", 5)]
    [TestCase("899999/10000", 4)]
    [TestCase("70", 4)]
    [TestCase("139/2", 3)]
    [TestCase("50", 3)]
    [TestCase("4999/100", 2)]
    [TestCase("30", 2)]
    [TestCase("299/10", 1)]
    [TestCase("0", 1)]
    public void A_band_begins_at_its_points_and_ends_before_the_next(string points, int stars) =>
        Assert.That(Qd26.Bands.StarsOf(Fraction.Parse(points)), Is.EqualTo(stars));

    [TestCase("first", 26, "province", true)]
    [TestCase("upgrade", 26, "province", true)]
    [TestCase("re-evaluation", 26, "province", false)]
    [TestCase("first", 26, "central", false)]
    [TestCase("first", 25, "province", false)]
    public void Tourism_is_visited_at_the_first_tier_with_an_advisory_team(string kind, int set, string tier, bool required) =>
        Assert.That(Qd26.RequiresSiteVisit(tier, kind, set), Is.EqualTo(required));

    [Test]
    public void The_place_is_named_in_the_authority()
    {
        var lamDong = new Text("tỉnh Lâm Đồng", "Lam Dong Province");
        Assert.Multiple(() =>
        {
            Assert.That(Qd26.Tier("province").AuthorityOf(lamDong), Is.EqualTo(new Text("Chủ tịch Ủy ban nhân dân tỉnh Lâm Đồng", "Chair of the People's Committee of Lam Dong Province")));
            Assert.That(Qd26.Tier("central").AuthorityOf(lamDong).Vi, Is.EqualTo("Bộ trưởng Bộ Nông nghiệp và Môi trường"));
        });
    }

    [Test]
    public void A_re_evaluation_has_guidance_of_its_own_where_the_law_differs() => Assert.Multiple(() =>
    {
        Assert.That(Qd26.Guidance("province-council", "re-evaluation").Vi, Does.Contain("bằng văn bản"));
        Assert.That(Qd26.Guidance("province-council", "upgrade"), Is.EqualTo(Qd26.Task("province-council").Guidance));
        Assert.That(Qd26.Guidance("commune-appraisal", "re-evaluation"), Is.EqualTo(Qd26.Task("commune-appraisal").Guidance));
    });

    [Test]
    public void The_outcome_of_the_due_time_is_found_but_is_no_button() => Assert.Multiple(() =>
    {
        var supplement = Qd26.Task("supplement");
        Assert.That(supplement.Outcomes.Select(o => o.Id), Is.EqualTo(new[] { "Resubmitted", "Withdrawn" }));
        Assert.That(supplement.Outcome("Expired"), Is.SameAs(supplement.OverdueOutcome));
        Assert.That(Qd26.Task("commune-appraisal").FindOutcome(null), Is.Null);
    });

    [Test]
    public void Asking_for_what_is_not_there_throws() => Assert.Multiple(() =>
    {
        Assert.That(() => Qd26.Tier("district"), Throws.ArgumentException);
        Assert.That(() => Qd26.Task("district-council"), Throws.ArgumentException);
        Assert.That(() => Qd26.Role("mayor"), Throws.ArgumentException);
        Assert.That(() => Qd26.Notice("spam"), Throws.ArgumentException);
        Assert.That(() => Qd26.Task("supplement").Outcome("Approved"), Throws.ArgumentException);
        Assert.That(() => Qd26.Workflows.For("appeal"), Throws.ArgumentException);
        Assert.That(() => RegimesThatShip.Load("qd26-2026").Workflow("appeal"), Throws.ArgumentException);
        Assert.That(Qd26.FindDisqualifier("KO_UNKNOWN"), Is.Null);
    });
}
