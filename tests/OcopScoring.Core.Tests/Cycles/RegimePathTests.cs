namespace OcopScoring.Core.Tests.Cycles;

/// <summary>Single dossiers, told as they would be in an office.</summary>
public class RegimePathTests
{
    static readonly string[] ToProvinceCouncil = ["commune-appraisal:Endorsed", "province-reception:Accepted", "province-advisory:Ready"];
    static readonly string[] ToCentralCouncil = ["province-council:Classified=5", "province-approval:Approved", "central-reception:Accepted", "central-advisory:Ready"];
    static readonly string[] ToDistrictCouncil = ["commune-reception:Accepted", "district-reception:Accepted", "district-advisory:Ready"];
    static readonly string[] FromDistrictToProvinceCouncil = ["province-reception:Accepted", "province-advisory:Ready"];

    static RegimeWalk Qd26(string kind = "first", int previousStars = 0) => RegimeWalk.Complete("qd26-2026", kind, previousStars).Do(ToProvinceCouncil);

    [TestCase(3)]
    [TestCase(4)]
    public void Three_and_four_stars_are_recognised_by_the_province(int stars)
    {
        var walk = Qd26().Do($"province-council:Classified={stars}", "province-decision:Approved");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Recognised, Is.EqualTo(new[] { $"province {stars}" }));
            Assert.That(walk.Closed, Is.EqualTo(new[] { "recognised" }));
            Assert.That(walk.Forwarded, Is.EqualTo(new[] { "province" }));
            Assert.That(walk.Notices, Is.EqualTo(new[] { "received to producer", "forwarded to producer", "recognised to producer", "recognised-officials to commune-officer" }));
        });
    }

    [Test]
    public void Five_stars_are_recognised_by_the_centre_after_the_province_approved()
    {
        var walk = Qd26().Do(ToCentralCouncil).Do("central-council:Classified=5", "central-decision:Approved");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Recognised, Is.EqualTo(new[] { "central 5" }));
            Assert.That(walk.Forwarded, Is.EqualTo(new[] { "province", "central" }));
            Assert.That(walk.Notices, Has.Member("five-star-candidate to producer").And.Member("recognised-officials to province-secretary"));
        });
    }

    [TestCase(4)]
    [TestCase(3)]
    public void Below_ninety_at_the_centre_the_province_recognises_by_the_central_result(int stars)
    {
        var walk = Qd26().Do(ToCentralCouncil).Do($"central-council:Classified={stars}", "province-decision:Approved");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Recognised, Is.EqualTo(new[] { $"province {stars}" }));
            Assert.That(walk.Notices, Has.Member("result-below to producer").And.Member("result-below-officials to province-secretary"));
        });
    }

    [Test]
    public void Below_three_stars_at_the_centre_nobody_recognises_it()
    {
        var walk = Qd26().Do(ToCentralCouncil).Do("central-council:Classified=2");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Closed, Is.EqualTo(new[] { "not-recognised" }));
            Assert.That(walk.Recognised, Is.Empty);
            Assert.That(walk.Notices, Has.Member("not-recognised to producer"));
        });
    }

    [Test]
    public void A_central_result_that_the_province_sets_aside_is_never_recognised()
    {
        var returned = Qd26().Do(ToCentralCouncil).Do("central-council:Classified=4", "province-decision:Returned");
        Assert.That(returned.Task, Is.EqualTo("province-council"));
        Assert.That(returned.Do("province-council:Classified=3", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 3" }));
    }

    [Test]
    public void After_its_own_evaluation_the_province_may_send_the_product_up_again()
    {
        var walk = Qd26().Do(ToCentralCouncil).Do("central-council:Classified=4", "province-decision:Returned").Do(ToCentralCouncil).Do("central-council:Classified=5", "central-decision:Approved");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Recognised, Is.EqualTo(new[] { "central 5" }));
            Assert.That(walk.Forwarded, Is.EqualTo(new[] { "province", "central", "central" }));
        });
    }

    [Test]
    public void A_decision_returned_again_and_again_convenes_the_council_of_its_tier()
    {
        var walk = Qd26();
        for (var i = 0; i < 10; i++)
            walk = walk.Do("province-council:Classified=4", "province-decision:Returned");
        walk = walk.Do(ToCentralCouncil);
        for (var i = 0; i < 10; i++)
            walk = walk.Do("central-council:Classified=5", "central-decision:Returned");
        Assert.That(walk.Do("central-council:Classified=5", "central-decision:Approved").Recognised, Is.EqualTo(new[] { "central 5" }));
    }

    [Test]
    public void An_approval_that_is_returned_convenes_the_provincial_council() =>
        Assert.That(Qd26().Do("province-council:Classified=5", "province-approval:Returned", "province-council:Rescore", "province-council:NoQuorum", "province-council:Classified=4", "province-decision:Approved").Recognised,
            Is.EqualTo(new[] { "province 4" }));

    [TestCase(4, 4)]
    [TestCase(3, 4)]
    [TestCase(2, 3)]
    public void An_upgrade_without_more_stars_ends_right_after_the_provincial_result(int stars, int previousStars)
    {
        var walk = Qd26("upgrade", previousStars).Do($"province-council:Classified={stars}");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Closed, Is.EqualTo(new[] { "not-recognised" }));
            Assert.That(walk.Notices, Has.Member("no-gain to producer").And.Member("not-recognised-officials to commune-officer"));
            Assert.That(walk.Notices, Has.No.Member("not-recognised to producer"));
        });
    }

    [Test]
    public void An_upgrade_that_gains_nothing_at_the_centre_ends_there_without_a_decision() =>
        Assert.That(Qd26("upgrade", 4).Do(ToCentralCouncil).Do("central-council:Classified=4").Closed, Is.EqualTo(new[] { "not-recognised" }));

    [Test]
    public void An_upgrade_from_three_to_four_stars_is_recognised_even_from_a_central_result() =>
        Assert.That(Qd26("upgrade", 3).Do(ToCentralCouncil).Do("central-council:Classified=4", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 4" }));

    [Test]
    public void A_re_evaluation_may_end_with_fewer_stars_than_before() =>
        Assert.That(Qd26("re-evaluation", 4).Do("province-council:Classified=3", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 3" }));

    [Test]
    public void A_re_evaluation_in_writing_goes_to_a_further_round_when_opinions_differ() =>
        Assert.That(Qd26("re-evaluation", 5).Do("province-council:Rescore", "province-council:Classified=5", "province-approval:Approved", "central-reception:Accepted", "central-advisory:Ready", "central-council:Rescore", "central-council:Classified=4", "province-decision:Approved").Recognised,
            Is.EqualTo(new[] { "province 4" }));

    [Test]
    public void A_disqualified_product_is_rejected_whatever_the_tier() => Assert.Multiple(() =>
    {
        Assert.That(Qd26().Do("province-council:Disqualified").Closed, Is.EqualTo(new[] { "rejected" }));
        Assert.That(Qd26().Do(ToCentralCouncil).Do("central-council:Disqualified").Notices, Has.Member("disqualified to producer"));
        Assert.That(RegimeWalk.Complete("qd148-2023").Do(ToDistrictCouncil).Do("district-council:Disqualified").Closed, Is.EqualTo(new[] { "rejected" }));
    });

    [Test]
    public void What_the_commune_refuses_is_rejected() =>
        Assert.That(RegimeWalk.Complete("qd26-2026").Do("commune-appraisal:Refused").Closed, Is.EqualTo(new[] { "rejected" }));

    [Test]
    public void A_supplement_comes_back_to_whoever_asked_as_often_as_it_takes()
    {
        var walk = RegimeWalk.HandedIn("qd26-2026").Do("completeness:Incomplete", "supplement:Resubmitted", "completeness:Incomplete", "supplement:Resubmitted", "completeness:Complete");
        foreach (var (task, asks) in new[] { ("commune-appraisal", "Returned"), ("province-reception", "Returned"), ("province-advisory", "NeedsSupplement") })
        {
            for (var i = 0; i < 3; i++)
                walk = walk.Do($"{task}:{asks}", "supplement:Resubmitted");
            walk = walk.Do($"{task}:{walk.Outcomes[0]}");
        }
        Assert.That(walk.Task, Is.EqualTo("province-council"));
    }

    [Test]
    public void A_site_visit_comes_back_to_the_advisory_team() =>
        Assert.That(RegimeWalk.Complete("qd26-2026").Do("commune-appraisal:Endorsed", "province-reception:Accepted", "province-advisory:SiteVisit", "province-site-visit:Reported", "province-advisory:NeedsSupplement", "supplement:Resubmitted", "province-advisory:SiteVisit", "province-site-visit:Reported").Task,
            Is.EqualTo("province-advisory"));

    [Test]
    public void A_supplement_is_due_at_the_end_of_the_tenth_working_day_and_then_expires()
    {
        var walk = RegimeWalk.Complete("qd26-2026").Do("commune-appraisal:Returned");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Due, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 17, 0, 0, TimeSpan.Zero)));
            Assert.That(walk.Reminders, Has.Count.EqualTo(2));
            Assert.That(walk.At("2026-06-15T16:59:59Z").Task, Is.EqualTo("supplement"));
            Assert.That(walk.At("2026-06-15T17:00:00Z").Closed, Is.EqualTo(new[] { "expired" }));
            Assert.That(walk.At("2026-06-15T17:00:00Z").Notices, Has.Member("expired to producer"));
            Assert.That(walk.Do("supplement:Withdrawn").Closed, Is.EqualTo(new[] { "withdrawn" }));
        });
    }

    [Test]
    public void The_commune_has_fifteen_working_days_and_its_late_task_stays_open()
    {
        var walk = RegimeWalk.Complete("qd26-2026");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Due, Is.EqualTo(new DateTimeOffset(2026, 6, 22, 17, 0, 0, TimeSpan.Zero)));
            Assert.That(walk.OverdueOutcome, Is.Null);
            Assert.That(walk.At("2026-12-31T00:00:00Z").Task, Is.EqualTo("commune-appraisal"));
        });
    }

    [Test]
    public void No_other_task_has_a_due_time([ValueSource(typeof(RegimesThatShip), nameof(RegimesThatShip.Ids))] string regime)
    {
        var timed = new[] { "evaluation", "re-evaluation" }.SelectMany(f => RegimeWalk.Definition(regime, f).Activities)
            .Where(a => a.Type == "Ocop.HumanTask" && a.Constant("dueWorkingDays") is not null).Select(a => $"{a.Constant("task")} {a.Constant("dueWorkingDays")}").Distinct();
        Assert.That(timed, Is.EquivalentTo(regime == "qd26-2026" ? new[] { "commune-appraisal 15", "supplement 10" } : ["supplement 10"]));
    }

    [Test]
    public void In_2023_three_stars_stay_with_the_district()
    {
        var walk = RegimeWalk.Complete("qd148-2023").Do(ToDistrictCouncil).Do("district-council:Classified=3", "district-decision:Approved");
        Assert.Multiple(() =>
        {
            Assert.That(walk.Recognised, Is.EqualTo(new[] { "district 3" }));
            Assert.That(walk.Forwarded, Is.EqualTo(new[] { "district" }));
        });
    }

    [Test]
    public void In_2023_a_lower_result_goes_down_to_whoever_recognises_it() => Assert.Multiple(() =>
    {
        var atProvince = RegimeWalk.Complete("qd148-2023").Do(ToDistrictCouncil).Do("district-council:Classified=4").Do(FromDistrictToProvinceCouncil);
        var atCentre = atProvince.Do(ToCentralCouncil);
        Assert.That(atProvince.Do("province-council:Classified=4", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 4" }));
        Assert.That(atProvince.Do("province-council:Classified=3", "district-decision:Approved").Recognised, Is.EqualTo(new[] { "district 3" }));
        Assert.That(atCentre.Do("central-council:Classified=5", "central-decision:Approved").Recognised, Is.EqualTo(new[] { "central 5" }));
        Assert.That(atCentre.Do("central-council:Classified=4", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 4" }));
        Assert.That(atCentre.Do("central-council:Classified=3", "district-decision:Approved").Recognised, Is.EqualTo(new[] { "district 3" }));
        Assert.That(atCentre.Do("central-council:Classified=3", "district-decision:Returned").Task, Is.EqualTo("district-council"));
        Assert.That(atCentre.Do("central-council:Classified=4", "province-decision:Returned").Task, Is.EqualTo("province-council"));
    });

    [Test]
    public void In_2023_an_upgrade_that_the_province_takes_back_to_three_stars_ends() =>
        Assert.That(RegimeWalk.Complete("qd148-2023", "upgrade", 3).Do(ToDistrictCouncil).Do("district-council:Classified=4").Do(FromDistrictToProvinceCouncil).Do("province-council:Classified=3").Closed,
            Is.EqualTo(new[] { "not-recognised" }));

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void In_2019_the_district_passes_up_all_that_can_be_recognised(int stars)
    {
        var walk = RegimeWalk.Complete("qd1048-2019").Do(ToDistrictCouncil).Do($"district-council:Classified={stars}").Do(FromDistrictToProvinceCouncil);
        Assert.Multiple(() =>
        {
            Assert.That(walk.Forwarded, Is.EqualTo(new[] { "district", "province" }));
            Assert.That(walk.Do("province-council:Classified=3", "province-decision:Approved").Recognised, Is.EqualTo(new[] { "province 3" }));
        });
    }

    [TestCase("qd148-2023")]
    [TestCase("qd1048-2019")]
    public void Below_three_stars_the_district_closes_the_dossier(string regime) =>
        Assert.That(RegimeWalk.Complete(regime).Do(ToDistrictCouncil).Do("district-council:Classified=2").Closed, Is.EqualTo(new[] { "not-recognised" }));
}
