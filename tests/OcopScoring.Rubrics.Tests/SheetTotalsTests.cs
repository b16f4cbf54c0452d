namespace OcopScoring.Rubrics.Tests;

public sealed class SheetTotalsTests
{
    static readonly Rubric Tea = Official.Rubric("QD26-11");

    [Test]
    public void An_empty_sheet_has_nothing_and_everything_is_open()
    {
        var preview = SheetTotals.Preview(Tea, new Dictionary<string, string?>());
        Assert.That((preview.Total, preview.StarsByPoints, preview.StarCap, preview.Stars), Is.EqualTo((0, 1, 2, 1)));
        Assert.That(preview.Open, Is.EqualTo(Tea.Leaves));
        Assert.That(preview.Unmet, Has.Count.EqualTo(Tea.Marks.Count));
        Assert.That(preview.Faults, Is.Empty);
    }

    [Test]
    public void A_full_sheet_has_all_points_and_stars()
    {
        var preview = SheetTotals.Preview(Tea, Given.Best(Tea));
        Assert.That((preview.Total, preview.A, preview.B, preview.C, preview.Stars), Is.EqualTo((100, 40, 25, 35, 5)));
        Assert.That(preview.Open, Is.Empty);
        Assert.That(preview.Unmet, Is.Empty);
    }

    [Test]
    public void Answers_so_far_are_added_up()
    {
        var preview = SheetTotals.Preview(Tea, new Dictionary<string, string?> { ["1.1"] = "1.1.c", ["1.2"] = "1.2.b", ["4.1"] = "4.1.d", ["7"] = null });
        Assert.That((preview.Total, preview.A, preview.B, preview.C), Is.EqualTo((9, 4, 5, 0)));
        Assert.That(preview.Open, Has.Count.EqualTo(Tea.FindLeaf("7")!.AllowsNone ? 28 : 29));
    }

    [Test]
    public void What_would_be_refused_is_said_and_gives_no_points()
    {
        var preview = SheetTotals.Preview(Tea, new Dictionary<string, string?> { ["1.1"] = "1.1.zz", ["1.2"] = null, ["77"] = "77.a", ["1.3"] = "1.3.c" });
        Assert.That(preview.Total, Is.EqualTo(Tea.FindLeaf("1.3")!.FindOption("1.3.c")!.Points));
        Assert.That(preview.Faults.Select(fault => fault.Path), Is.EqualTo(["choices['1.1']", "choices['1.2']", "choices['77']"]));
        Assert.That(preview.Open.Select(leaf => leaf.Id), Does.Contain("1.1").And.Contain("1.2"));
    }

    [Test]
    public void Points_for_a_story_that_is_not_there_are_said()
    {
        var none = Tea.FindLeaf("5.1")!.Options.Single(option => option.Points == 0).Id;
        var preview = SheetTotals.Preview(Tea, new Dictionary<string, string?> { ["5.1"] = none, ["5.2"] = Given.Best(Tea)["5.2"] });
        Assert.That(preview.Faults.Select(fault => fault.Path), Is.EqualTo(["choices['5.2']"]));
        Assert.That(SheetTotals.Preview(Tea, new Dictionary<string, string?> { ["5.2"] = Given.Best(Tea)["5.2"] }).Faults, Is.Empty, "while 5.1 is open there may be one");
    }

    [Test]
    public void The_cap_is_that_of_its_own_marks()
    {
        var rubric = Given.Scale(("1.1", 10, 3), ("2.1", 10, 4));
        SheetPreview Preview(int a, int b) => SheetTotals.Preview(rubric, new Dictionary<string, string?> { ["1.1"] = $"1.1.p{a}", ["2.1"] = $"2.1.p{b}", ["3.1"] = "3.1.p35" });
        Assert.That((Preview(40, 25).StarCap, Preview(40, 9).StarCap, Preview(9, 25).StarCap), Is.EqualTo((5, 3, 2)));
        Assert.That(SheetTotals.Preview(rubric, Given.Total(rubric, 60).ToDictionary(), new StarBands(60, 40, 20, 10)).StarsByPoints, Is.EqualTo(5));
    }
}
