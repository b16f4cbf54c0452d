namespace OcopScoring.Rubrics.Tests.RubricFiles;

public sealed class OfficialRubricsTests
{
    [Test]
    public void There_are_31_rubrics() => Assert.That(Official.Codes, Has.Count.EqualTo(31).And.Unique);

    [TestCaseSource(typeof(Official), nameof(Official.Codes))]
    public void Every_official_rubric_is_good(string code)
    {
        var reading = RubricReader.Read(Official.Bytes(code));
        Assert.That(reading.Faults, Is.Empty);
        var rubric = reading.Value!;
        Assert.That(rubric.SetCode, Is.EqualTo(code));
        Assert.That(rubric.Parts.Select(part => part.Id), Is.EqualTo(["A", "B", "C"]));
        Assert.That(rubric.Leaves.Sum(leaf => leaf.Max), Is.EqualTo(100));
        Assert.That(rubric.TotalMax, Is.EqualTo(100));
        Assert.That(rubric.Leaves, Is.EqualTo(rubric.Criteria.Where(criterion => !criterion.IsGroup)));
        Assert.That(rubric.Leaves.Select(leaf => leaf.LeafIndex), Is.EqualTo(Enumerable.Range(0, rubric.Leaves.Count)));
    }

    [Test]
    public void The_tea_rubric_is_read_whole()
    {
        var tea = Official.Rubric("QD26-11");
        Assert.That((tea.SetNo, tea.Regime, tea.LabelVi, tea.LabelEn, tea.GroupVi), Is.EqualTo((11, "QD26-2026", "Chè tươi, chè chế biến", "Fresh tea, processed tea", "Chè")));
        Assert.That((tea.SamplesRequired, tea.EffectiveFrom, tea.EffectiveTo), Is.EqualTo((5, new DateOnly(2026, 5, 22), (DateOnly?)null)));
        Assert.That(tea.ManagingAgencies, Is.EqualTo(["Bộ Nông nghiệp và Môi trường"]));
        Assert.That(tea.Parts.Select(part => part.Max), Is.EqualTo([40, 25, 35]));
        Assert.That(tea.Leaves, Has.Count.EqualTo(32));
        Assert.That(tea.Marks, Has.Count.EqualTo(23));
        Assert.That(tea.Marks[0], Is.EqualTo(new StarMark("1.1", "1.1.b", 2, 3)));

        var leaf = tea.FindLeaf("1.1")!;
        Assert.That((leaf.Max, leaf.LowestPoints, leaf.AllowsNone, leaf.ParentId, leaf.Part.Id, leaf.Type), Is.EqualTo((3, 1, true, "1", "A", CriterionType.SingleChoice)));
        Assert.That(leaf.FindOption("1.1.b")!.Points, Is.EqualTo(2));
        Assert.That(leaf.FindOption("1.2.b"), Is.Null);
        Assert.That(tea.FindLeaf("1.2")!.AllowsNone, Is.False);
        Assert.That(tea.FindLeaf("1"), Is.Null, "a group is no leaf");
        Assert.That(tea.FindLeaf("99"), Is.Null);
        Assert.That(tea.FindLeaf("5.2")!.StoryLeaf, Is.SameAs(tea.FindLeaf("5.1")));
        Assert.That(tea.FindLeaf("5.3")!.StoryLeaf, Is.Null);
    }

    [Test]
    public void What_a_source_does_not_say_is_null_or_nothing()
    {
        var old = Official.Rubric("QD1048-12");
        Assert.That((old.LabelEn, old.GroupVi, old.SamplesRequired, old.EffectiveTo), Is.EqualTo(((string?)null, (string?)null, 0, new DateOnly(2023, 2, 24))));
        Assert.That(old.Marks, Is.Empty);
        Assert.That(old.Disqualifiers, Is.Empty);
        Assert.That(old.ManagingAgencies, Is.Empty);
    }

    [Test]
    public void Knock_outs_are_disqualifiers_and_rules_of_leaves_and_groups()
    {
        Assert.That(Official.Rubric("QD26-01").KnockOutIds, Is.EqualTo(
            ["FORGED_DOSSIER", "REGISTRATION_DOSSIER_NOT_COMPLIANT", "FOOD_SAFETY_CERT_RULES_NOT_MET", "REQ_100PCT_WITHIN_PROVINCE", "KO_COMMON_STAPLE_NOT_DISTINCTIVE", "STOP_UNACCEPTABLE_FOREIGN_MATTER"]));
        Assert.That(Official.Rubric("QD1048-12").KnockOutIds, Does.Contain("STOP_UNACCEPTABLE_FOREIGN_MATTER"), "which a group carries");
        Assert.That(Official.Rubric("QD26-26").KnockOutIds, Is.Empty);
    }

    [TestCase("KO_X", true)]
    [TestCase("STOP_X", true)]
    [TestCase("REQ_100PCT", true)]
    [TestCase("REQ_100PCT_WITHIN_PROVINCE", true)]
    [TestCase("REQ_STORY_CONTENT_LOCAL_IDENTITY", false)]
    [TestCase("KOALA", false)]
    [TestCase("STOPPED", false)]
    [TestCase("ko_x", false)]
    [TestCase("A_KO_X", false)]
    public void A_knock_out_is_known_by_how_it_begins(string rule, bool knockOut) => Assert.That(RuleIds.IsKnockOut(rule), Is.EqualTo(knockOut));

    [Test]
    public void Cases_are_read()
    {
        var choice = Official.Rubric("QD26-26").FindLeaf("8")!;
        Assert.That(choice.Type, Is.EqualTo(CriterionType.ChoiceByCase));
        Assert.That(choice.Options.Select(option => (option.Id, option.Case, option.Points)), Is.EqualTo([("8.a", 1, 1), ("8.b", 1, 3), ("8.c", 2, 1), ("8.d", (int?)2, 3)]));
        Assert.That(Official.Rubric("QD26-11").FindLeaf("2.4")!.Type, Is.EqualTo(CriterionType.YesNo));
    }
}
