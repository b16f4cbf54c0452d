using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

public sealed class ChoicesTests
{
    static readonly Rubric Tea = Official.Rubric("QD26-11");
    readonly Dictionary<string, string?> best = Given.Best(Tea);

    static string[] Paths(Reading<Choices> reading) => [.. reading.Faults.Select(fault => fault.Path)];

    static Reading<Choices> Read(string json, Rubric? rubric = null)
    {
        using var document = JsonDocument.Parse(json);
        return ChoicesReader.Read(document.RootElement, rubric ?? Tea, "choices");
    }

    Reading<Choices> Read() => Read(new JsonObject(best.Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)answer.Value))).ToJsonString());

    [Test]
    public void The_best_options_give_all_points()
    {
        var choices = Read().OrThrow();
        Assert.That(choices.Total, Is.EqualTo(100));
        Assert.That(choices["1.1"], Is.EqualTo("1.1.c"));
        Assert.That(choices.Points("1.1"), Is.EqualTo(3));
        Assert.That(choices.ToDictionary(), Is.EqualTo(best));
        Assert.That(choices.ToDictionary().Keys, Is.EqualTo(Tea.Leaves.Select(leaf => leaf.Id)), "in the order of the rubric");
        Assert.That(Read(choices.ToJson()).OrThrow().ToDictionary(), Is.EqualTo(best));
    }

    [Test]
    public void Null_gives_no_points_where_every_option_gives_some()
    {
        best["1.1"] = null;
        var choices = Read().OrThrow();
        Assert.That(choices.Total, Is.EqualTo(97));
        Assert.That(choices["1.1"], Is.Null);
        Assert.That(choices.Points("1.1"), Is.Zero);
        Assert.That(choices.ToJson(), Does.StartWith("""{"1.1":null,"1.2":"1.2.c","""));
    }

    [TestCaseSource(typeof(Official), nameof(Official.Codes))]
    public void Null_is_allowed_exactly_where_the_lowest_option_of_all_cases_gives_more_than_0(string code)
    {
        var rubric = Official.Rubric(code);
        foreach (var leaf in rubric.Leaves)
        {
            var answers = Given.Best(rubric);
            answers[leaf.Id] = null;
            // Without a story what depends on it would be refused as well.
            foreach (var other in rubric.Leaves.Where(other => other.StoryLeaf == leaf))
                answers[other.Id] = other.AllowsNone ? null : other.Options.First(option => option.Points == 0).Id;
            var expected = leaf.Options.All(option => option.Points > 0) ? Array.Empty<string>() : [$"choices['{leaf.Id}']"];
            Assert.That(Paths(ChoicesReader.Read(answers, rubric, "choices")), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_missing_leaf_is_named_by_the_path_it_would_have()
    {
        best.Remove("6.1.1");
        best.Remove("7");
        Assert.That(Paths(Read()), Is.EqualTo(["choices['6.1.1']", "choices['7']"]));
        Assert.That(Paths(Read("{}")), Is.EqualTo(Tea.Leaves.Select(leaf => $"choices['{leaf.Id}']")));
    }

    [TestCase("9.9", "The rubric QD26-11 has no criterion '9.9'.")]
    [TestCase("1", "The criterion '1' is a group; only leaves are scored.")]
    [TestCase("", "The rubric QD26-11 has no criterion ''.")]
    [TestCase("abc", "The rubric QD26-11 has no criterion 'abc'.")]
    public void What_is_no_leaf_is_refused(string id, string message)
    {
        best[id] = null;
        Assert.That(Read().Faults, Is.EqualTo([new Fault($"choices['{id}']", message)]));
    }

    [TestCase("1.1.z")]
    [TestCase("1.2.a")]
    [TestCase("1.1")]
    [TestCase("")]
    [TestCase("1.1.C")]
    [TestCase(" 1.1.c")]
    public void An_option_belongs_to_its_leaf(string option)
    {
        best["1.1"] = option;
        Assert.That(Read().Faults, Is.EqualTo([new Fault("choices['1.1']", $"The criterion '1.1' has no option '{option}'.")]));
    }

    [TestCase("1")]
    [TestCase("true")]
    [TestCase("[]")]
    [TestCase("[\"1.1.c\"]")]
    [TestCase("{}")]
    [TestCase("\"\\ud800\"")]
    public void An_answer_is_text_or_null(string json)
    {
        var whole = Read().OrThrow().ToJson();
        Assert.That(Paths(Read(whole.Replace("\"1.1.c\"", json, StringComparison.Ordinal))), Is.EqualTo(["choices['1.1']"]));
    }

    [Test]
    public void An_answer_given_twice_is_refused_once()
    {
        var whole = Read().OrThrow().ToJson();
        Assert.That(Paths(Read(whole[..^1] + ",\"1.1\":\"1.1.c\"}")), Is.EqualTo(["choices['1.1']"]));
        Assert.That(Paths(Read(whole[..^1] + ",\"1.\\u0031\":\"1.1.c\"}")), Is.EqualTo(["choices['1.1']"]), "also when it is spelt with an escape");
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"1.1.c\"")]
    public void Choices_are_an_object(string json) => Assert.That(Paths(Read(json)), Is.EqualTo(["choices"]));

    [Test]
    public void Without_a_story_the_dependent_leaf_gets_nothing()
    {
        best["5.1"] = Tea.FindLeaf("5.1")!.Options.Single(option => option.Points == 0).Id;
        Assert.That(Read().Faults.Select(fault => fault.ToString()), Is.EqualTo(["choices['5.2']: Without a story (0 points at '5.1') the criterion '5.2' is given 0 points, not 2."]));
        best["5.2"] = Tea.FindLeaf("5.2")!.Options.First(option => option.Points == 0).Id;
        Assert.That(Read().Ok, "an option of 0 points will do");
    }

    [Test]
    public void Where_no_option_gives_0_the_dependent_leaf_is_null()
    {
        var old = Official.Rubric("QD1048-12");
        var answers = Given.Best(old);
        var dependent = old.Leaves.Where(leaf => leaf.StoryLeaf is not null).ToList();
        Assert.That(dependent.Select(leaf => leaf.Id), Is.EqualTo(["5.2", "5.3"]));
        var story = dependent[0].StoryLeaf!;
        answers[story.Id] = story.AllowsNone ? null : story.Options.First(option => option.Points == 0).Id;
        Assert.That(Paths(ChoicesReader.Read(answers, old, "c")), Is.EqualTo(["c['5.2']", "c['5.3']"]));
        foreach (var leaf in dependent) answers[leaf.Id] = leaf.AllowsNone ? null : leaf.Options.First(option => option.Points == 0).Id;
        Assert.That(ChoicesReader.Read(answers, old, "c").Ok);
    }

    [Test]
    public void The_lowest_option_is_not_enough_without_a_story_when_it_gives_points()
    {
        var rubric = Official.Codes.Select(Official.Rubric).First(r => r.Leaves.Any(leaf => leaf is { StoryLeaf: not null, AllowsNone: true }));
        var leaf = rubric.Leaves.First(leaf => leaf is { StoryLeaf: not null, AllowsNone: true });
        var story = leaf.StoryLeaf!;
        var answers = Given.Best(rubric);
        foreach (var other in rubric.Leaves.Where(other => other.StoryLeaf == story)) answers[other.Id] = other.AllowsNone ? null : other.Options.First(o => o.Points == 0).Id;
        answers[story.Id] = story.AllowsNone ? null : story.Options.First(option => option.Points == 0).Id;
        Assert.That(ChoicesReader.Read(answers, rubric, "c").Ok);
        answers[leaf.Id] = leaf.Options.MinBy(option => option.Points)!.Id;
        Assert.That(Paths(ChoicesReader.Read(answers, rubric, "c")), Is.EqualTo([$"c['{leaf.Id}']"]));
    }

    [Test]
    public void With_a_story_the_dependent_leaf_is_free()
    {
        best["5.2"] = Tea.FindLeaf("5.2")!.Options.First(option => option.Points == 0).Id;
        Assert.That(Read().Ok);
    }

    [Test]
    public void A_refused_story_does_not_accuse_the_dependent_leaf()
    {
        best["5.1"] = "5.1.zz";
        Assert.That(Paths(Read()), Is.EqualTo(["choices['5.1']"]));
        best.Remove("5.1");
        Assert.That(Paths(Read()), Is.EqualTo(["choices['5.1']"]));
    }

    [Test]
    public void Single_leaves_are_replaced_and_the_whole_is_checked_again()
    {
        var choices = Read().OrThrow();
        var changed = choices.With(new Dictionary<string, string?> { ["1.1"] = null, ["1.2"] = "1.2.a" }).OrThrow();
        Assert.That((changed.Total, changed["1.1"], changed["1.2"], changed["1.3"]), Is.EqualTo((95, (string?)null, "1.2.a", "1.3.d")));
        Assert.That(choices.Total, Is.EqualTo(100), "the former choices stay as they were");
        Assert.That(choices.With(new Dictionary<string, string?>()).OrThrow().ToDictionary(), Is.EqualTo(choices.ToDictionary()));

        var none = Tea.FindLeaf("5.1")!.Options.Single(option => option.Points == 0).Id;
        Assert.That(Paths(choices.With(new Dictionary<string, string?> { ["5.1"] = none }, "script[2].selfAssessment")), Is.EqualTo(["script[2].selfAssessment['5.2']"]));
        Assert.That(Paths(choices.With(new Dictionary<string, string?> { ["77"] = null, ["1.2"] = null }, "s")), Is.EqualTo(["s['77']", "s['1.2']"]));
    }

    [Test]
    public void A_replacement_is_read_as_strictly_as_the_whole()
    {
        var choices = Read().OrThrow();
        Reading<Choices> Replace(string json)
        {
            using var document = JsonDocument.Parse(json);
            return ChoicesReader.ReadReplacement(document.RootElement, choices, "s");
        }

        Assert.That(Replace("""{"1.1":"1.1.a"}""").OrThrow().Total, Is.EqualTo(98));
        Assert.That(Paths(Replace("""{"1.1":"1.1.a","1.1":"1.1.b"}""")), Is.EqualTo(["s['1.1']"]));
        Assert.That(Paths(Replace("""{"1.1":5,"x":null}""")), Is.EqualTo(["s['1.1']", "s['x']"]));
        Assert.That(Paths(Replace("[]")), Is.EqualTo(["s"]));
    }

    [Test]
    public void An_unknown_leaf_cannot_be_asked_for()
    {
        var choices = Read().OrThrow();
        Assert.That(() => choices["1"], Throws.TypeOf<KeyNotFoundException>());
        Assert.That(() => choices.Points("x"), Throws.TypeOf<KeyNotFoundException>());
    }
}
