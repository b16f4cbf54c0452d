using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

/// <summary>The rule of set 16 (QĐ26, Phụ lục II): scoring stops when any sensory criterion gets no points.</summary>
public sealed class SensoryZeroTests
{
    const string Flag = "STOP_ANY_ZERO_IN_SENSORY";
    static readonly Rubric Water = Official.Rubric("QD26-16");

    static Choices With(string? leaf)
    {
        var answers = Given.Best(Water);
        if (leaf is not null)
        {
            var zero = Water.FindLeaf(leaf)!;
            answers[leaf] = zero.AllowsNone ? null : zero.Options.First(option => option.Points == 0).Id;
        }

        return ChoicesReader.Read(answers, Water, "c").OrThrow();
    }

    static IEnumerable<string> Sensory => Water.Leaves.Where(leaf => leaf.ParentId == "6").Select(leaf => leaf.Id);

    [Test]
    public void The_rule_stands_at_one_leaf_of_the_group() =>
        Assert.That(Water.Leaves.Where(leaf => leaf.Rules.Contains(Flag)).Select(leaf => (leaf.Id, leaf.ParentId)), Is.EqualTo([("6.4", "6")]));

    [TestCaseSource(nameof(Sensory))]
    public void A_zero_at_any_leaf_of_the_group_raises_the_flag(string leaf)
    {
        var result = new Round(Water).Chair(With(leaf)).Score();
        Assert.That((result.Status, result.Flags.Single()), Is.EqualTo((CouncilStatus.Disqualified, Flag)));
    }

    [Test]
    public void A_zero_elsewhere_raises_nothing()
    {
        foreach (var leaf in Water.Leaves.Where(leaf => leaf.ParentId != "6" && !Water.Leaves.Any(other => other.StoryLeaf == leaf)))
            Assert.That(new Round(Water).Chair(With(leaf.Id)).Score().Flags, Is.Empty, leaf.Id);
    }

    [Test]
    public void It_is_counted_like_any_other_flag()
    {
        var rules = CouncilRules.Default with { MaxSpread = null };
        Assert.That(new Round(Water).Chair(With("6.1")).Member(With("6.2")).Member(With(null)).Under(rules).Score().Status, Is.EqualTo(CouncilStatus.Disqualified), "two of three, at different leaves");
        Assert.That(new Round(Water).Chair(With("6.1")).Member(With(null)).Under(rules).Score().Status, Is.EqualTo(CouncilStatus.Classified), "one of two is not more than half");
        Assert.That(new Round(Water).Chair(With("6.1")).Member(With(null)).Under(rules with { KnockoutBasis = KnockoutBasis.Any }).Score().Status, Is.EqualTo(CouncilStatus.Disqualified));
    }

    [Test]
    public void Raised_by_hand_and_by_itself_it_counts_once()
    {
        var rules = CouncilRules.Default with { MaxSpread = null };
        Assert.That(new Round(Water).Chair(With("6.1"), Flag).Member(With(null)).Under(rules).Score().Flags, Is.Empty, "one sheet of two");
        Assert.That(new Round(Water).Chair(With(null), Flag).Score().Flags, Is.EqualTo([Flag]), "by hand alone");
    }

    [Test]
    public void Without_the_rule_a_zero_is_only_a_zero()
    {
        var tea = Official.Rubric("QD26-11");
        var answers = Given.Best(tea);
        var leaf = tea.Leaves.First(leaf => leaf.ParentId is "6" or "6.1" && !leaf.AllowsNone);
        answers[leaf.Id] = leaf.Options.First(option => option.Points == 0).Id;
        Assert.That(new Round(tea).Chair(ChoicesReader.Read(answers, tea, "c").OrThrow()).Score().Flags, Is.Empty);
    }

    [Test]
    public void The_group_holds_all_leaves_below_it()
    {
        var json = Official.Json("QD26-16");
        var criteria = json["parts"]![2]!["criteria"]!.AsArray();
        var leaf = criteria.Single(criterion => (string)criterion!["id"]! == "6.1")!;
        leaf["parent"] = "6.0";
        criteria.Add((JsonNode)Given.Json($$"""{"id":"6.0","parent":"6","label_vi":"nhóm","label_en":"group","max":{{leaf["max"]}},"type":"group","sourced":true}"""));
        var rubric = RubricReader.Read(Given.Bytes(json)).OrThrow();
        var answers = Given.Best(rubric);
        answers["6.1"] = rubric.FindLeaf("6.1")!.Options.Single(option => option.Points == 0).Id;
        Assert.That(new Round(rubric).Chair(ChoicesReader.Read(answers, rubric, "c").OrThrow()).Score().Flags, Is.EqualTo([Flag]));

        // Where a group below carries the leaf with the rule, only that group is meant.
        criteria.Single(criterion => (string)criterion!["id"]! == "6.4")!.AsObject().Remove("rules");
        leaf["rules"] = new JsonArray(Flag);
        rubric = RubricReader.Read(Given.Bytes(json)).OrThrow();
        answers = Given.Best(rubric);
        answers["6.2"] = rubric.FindLeaf("6.2")!.Options.Single(option => option.Points == 0).Id;
        Assert.That(new Round(rubric).Chair(ChoicesReader.Read(answers, rubric, "c").OrThrow()).Score().Flags, Is.Empty);
    }
}
