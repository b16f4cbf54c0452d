using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests.RubricFiles;

/// <summary>Each fault of the contract, in the smallest change that makes it.</summary>
public sealed class RubricFaultTests
{
    JsonObject json = null!;

    [SetUp]
    public void Take_the_tea_rubric() => json = Official.Json("QD26-11");

    JsonNode Criterion(int part, string id) => json["parts"]![part]!["criteria"]!.AsArray().Single(criterion => (string)criterion!["id"]! == id)!;

    JsonNode Option(int part, string id) =>
        Criterion(part, id[..id.LastIndexOf('.')])["options"]!.AsArray().Single(option => (string)option!["id"]! == id)!;

    string[] Paths() => [.. Faults().Select(fault => fault.Path)];

    IReadOnlyList<Fault> Faults() => RubricReader.Read(Given.Bytes(json)).Faults;

    [Test]
    public void A_leaf_has_the_points_of_its_highest_option()
    {
        Option(0, "1.1.c")["points"] = 4;
        Assert.That(Faults().Select(fault => fault.ToString()), Is.EqualTo(["parts[0].criteria[1].max: The highest option of the leaf has 4 points, not 3."]));
    }

    [Test]
    public void The_highest_option_of_any_case_counts()
    {
        json = Official.Json("QD26-26");
        var leaf = json["parts"]![2]!["criteria"]!.AsArray().Single(criterion => (string)criterion!["id"]! == "9")!;
        leaf["options"]![1]!["points"] = 1;
        leaf["options"]![1]!["label_vi"] = "khác";
        Assert.That(Paths(), Is.Empty, "9.d of the other case still gives 2");
        leaf["options"]![3]!["points"] = 1;
        leaf["options"]![3]!["label_vi"] = "khác";
        Assert.That(Paths(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Points_add_up_to_group_part_and_total()
    {
        Criterion(0, "1.1")["max"] = 4;
        Option(0, "1.1.c")["points"] = 4;
        Assert.That(Paths(), Is.EquivalentTo(["parts[0].criteria[0].max", "parts[0].max", "total_max"]));
    }

    [Test]
    public void A_group_counts_the_leaves_of_groups_below_it()
    {
        Criterion(2, "6.1.1")["max"] = 5;
        Option(2, "6.1.1.c")["points"] = 5;
        var group = json["parts"]![2]!["criteria"]!.AsArray().Select((criterion, i) => ((string)criterion!["id"]!, $"parts[2].criteria[{i}].max")).ToDictionary();
        Assert.That(Paths(), Is.SupersetOf([group["6"], group["6.1"], "parts[2].max", "total_max"]));
        Assert.That(Paths(), Does.Not.Contain(group["6.2"]));
    }

    [TestCase("parts[0].max", 41, "parts[0].max", "part_max.A")]
    [TestCase("part_max.A", 41, "part_max.A")]
    [TestCase("total_max", 99, "total_max")]
    [TestCase("parts[0].criteria[0].max", 17, "parts[0].criteria[0].max")]
    public void A_wrong_sum_is_named_where_it_stands(string path, int points, params string[] expected)
    {
        using var document = System.Text.Json.JsonDocument.Parse(Official.Bytes("QD26-11"));
        var faults = RubricReader.Read(JsonEdit.Replace(document.RootElement, path, $"{points}")).Faults;
        Assert.That(faults.Select(fault => fault.Path), Is.EquivalentTo(expected));
    }

    [Test]
    public void Two_criteria_with_one_id_are_refused_at_the_later_one()
    {
        Criterion(1, "4.1")["id"] = "3.1";
        Assert.That(Paths(), Does.Contain("parts[1].criteria[1].id"));
        Assert.That(Faults().First(fault => fault.Path == "parts[1].criteria[1].id").Message, Does.Contain("parts[0].criteria["));
    }

    [Test]
    public void Two_options_with_one_id_are_refused_at_the_later_one()
    {
        Option(0, "1.2.b")["id"] = "1.2.a";
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options[1].id"]));
    }

    [TestCase("1.1.b")]
    [TestCase("1.2.b.x")]
    [TestCase("1.2")]
    [TestCase("1.2.")]
    [TestCase("1.2b")]
    [TestCase("1.22.b")]
    [TestCase("b")]
    [TestCase("x1.2.b")]
    public void An_option_id_is_that_of_its_criterion_a_dot_and_a_part(string id)
    {
        Option(0, "1.2.b")["id"] = id;
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options[1].id"]));
    }

    [TestCase("1.2.z9")]
    [TestCase("1.2.tốt")]
    [TestCase("1.2.-")]
    public void Any_part_without_a_dot_makes_a_child(string id)
    {
        Option(0, "1.2.b")["id"] = id;
        Assert.That(Paths(), Is.Empty);
    }

    [Test]
    public void Two_options_of_one_case_with_the_same_points_and_label_are_refused_at_the_later_one()
    {
        Option(0, "1.2.b")["points"] = 0;
        Assert.That(Paths(), Is.Empty, "the label still differs");
        Option(0, "1.2.b")["label_vi"] = (string)Option(0, "1.2.a")["label_vi"]!;
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options[1]"]));
        Option(0, "1.2.b")["case"] = 1;
        Assert.That(Paths(), Is.Empty, "a case is another than none");
        Option(0, "1.2.a")["case"] = 1;
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options[1]"]));
        Option(0, "1.2.a")["case"] = 2;
        Assert.That(Paths(), Is.Empty);
    }

    [Test]
    public void A_parent_must_exist()
    {
        Criterion(0, "1.2")["parent"] = "77";
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].parent", "parts[0].criteria[0].max"]));
    }

    [Test]
    public void A_parent_is_a_group()
    {
        Criterion(0, "1.2")["parent"] = "1.1";
        Assert.That(Paths(), Does.Contain("parts[0].criteria[2].parent"));
    }

    [Test]
    public void A_parent_stands_in_the_same_part()
    {
        Criterion(0, "1.2")["parent"] = "4";
        Assert.That(Faults().Select(fault => fault.ToString()), Does.Contain("parts[0].criteria[2].parent: The parent '4' stands in another part."));
    }

    [Test]
    public void A_parent_may_stand_after_its_child()
    {
        var criteria = json["parts"]![0]!["criteria"]!.AsArray();
        var group = criteria[0]!;
        criteria.RemoveAt(0);
        criteria.Add(group);
        Assert.That(Paths(), Is.Empty);
    }

    [TestCase("1")]
    [TestCase("2")]
    public void Groups_do_not_go_round_in_circles(string parent)
    {
        Criterion(0, "1")["parent"] = parent;
        Criterion(0, "2")["parent"] = "1";
        Assert.That(Paths(), Does.Contain("parts[0].criteria[0].parent"));
    }

    [Test]
    public void A_row_without_its_option_is_refused_at_the_row()
    {
        var rows = json["min_star_marks"]!.AsArray();
        var added = new[]
        {
            """{"criterion":"1.1","option":"1.1.z","min_points":2,"star":3}""",
            """{"criterion":"77","option":"1.1.b","min_points":2,"star":3}""",
            """{"criterion":"1.2","option":"1.1.b","min_points":2,"star":3}""",
            """{"criterion":"1.1","option":"1.1.b","min_points":3,"star":3}""",
            """{"criterion":"1.1","option":"1.1.b","min_points":2,"star":4}""",
            """{"criterion":"1.1","option":"1.1.c","min_points":3,"star":3}""",
            """{"criterion":"1.1","option":"1.1.b","min_points":2,"star":3}""",
        };
        var first = rows.Count;
        foreach (var row in added) rows.Add(JsonNode.Parse(row));
        Assert.That(Paths(), Is.EqualTo(Enumerable.Range(first, added.Length).Select(i => $"min_star_marks[{i}]")), "the last one gives the same row twice");
    }

    [Test]
    public void An_option_marked_without_a_row_is_refused_at_its_min_star()
    {
        json["min_star_marks"]!.AsArray().RemoveAt(0);
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[1].options[1].min_star"]));
    }

    [Test]
    public void A_row_and_its_option_must_agree_on_the_star()
    {
        json["min_star_marks"]![0]!["star"] = 4;
        Assert.That(Paths(), Is.EqualTo(["min_star_marks[0]", "parts[0].criteria[1].options[1].min_star"]));
    }

    [TestCase(2)]
    [TestCase(6)]
    [TestCase(0)]
    public void A_mark_is_for_three_to_five_stars(int star)
    {
        json["min_star_marks"]![0]!["star"] = star;
        Option(0, "1.1.b")["min_star"] = star;
        Assert.That(Paths(), Is.EqualTo(["min_star_marks[0].star", "parts[0].criteria[1].options[1].min_star"]));
    }

    [Test]
    public void Without_rows_and_marks_there_are_no_marks()
    {
        json = Official.Json("QD1048-12");
        Assert.That(json.ContainsKey("min_star_marks"), Is.False);
        json["min_star_marks"] = new JsonArray();
        json["dossier_disqualifiers"] = new JsonArray();
        var reading = RubricReader.Read(Given.Bytes(json));
        Assert.That(reading.OrThrow().Marks, Is.Empty);
        Assert.That(reading.OrThrow().Disqualifiers, Is.Empty);
    }

    [Test]
    public void Another_schema_is_the_only_fault()
    {
        json["schema"] = "ocop-rubric/2";
        json["nonsense"] = 1;
        Assert.That(Faults().Select(fault => fault.ToString()), Is.EqualTo(["schema: The schema must be 'ocop-rubric/1', not the string 'ocop-rubric/2'."]));
        json.Remove("schema");
        Assert.That(Paths(), Is.EqualTo(["schema"]));
        json["schema"] = 1;
        Assert.That(Paths(), Is.EqualTo(["schema"]));
        json["schema"] = "OCOP-rubric/1";
        Assert.That(Paths(), Is.EqualTo(["schema"]));
    }

    [Test]
    public void The_schema_given_twice_is_refused() =>
        Assert.That(
            RubricReader.Read(Given.Bytes("""{"schema":"ocop-rubric/1",""" + json.ToJsonString()[1..])).Faults.Select(fault => fault.Path),
            Is.EqualTo(["schema"]));

    [Test]
    public void A_group_has_no_options()
    {
        Criterion(0, "1")["options"] = new JsonArray();
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[0].options"]));
        var group = Criterion(0, "1").AsObject();
        group.Remove("type");
        group["type"] = "group";
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[0].type"]), "the later of the two is named");
    }

    [Test]
    public void A_leaf_has_options()
    {
        Criterion(0, "1.2")["options"] = new JsonArray();
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options"]));
    }

    [TestCase("multi_choice")]
    [TestCase("Group")]
    public void A_type_is_one_of_four(string type)
    {
        Criterion(0, "1.2")["type"] = type;
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].type"]));
    }

    [Test]
    public void Parts_are_A_B_and_C()
    {
        var parts = json["parts"]!.AsArray();
        parts[2]!["id"] = "D";
        Assert.That(Paths(), Does.Contain("parts[2].id"));
        parts.RemoveAt(2);
        Assert.That(Paths(), Does.Contain("parts[2]"));
        parts.Add((JsonNode)parts[1]!.DeepClone());
        Assert.That(Paths(), Does.Contain("parts[2].id"));
    }

    [Test]
    public void A_fourth_part_has_no_place()
    {
        json["parts"]!.AsArray().Add((JsonNode)Given.Json("""{"id":"D","label_vi":"d","label_en":"d","max":0,"criteria":[]}"""));
        Assert.That(Paths(), Is.EqualTo(["parts[3].id"]));
    }

    [Test]
    public void Elements_of_the_wrong_kind_are_named_by_their_place()
    {
        json["parts"]![1] = 5;
        Assert.That(Paths(), Does.Contain("parts[1]"));
        json = Official.Json("QD26-11");
        json["parts"]![1]!["criteria"]![2] = null;
        Assert.That(Paths(), Does.Contain("parts[1].criteria[2]"));
        json = Official.Json("QD26-11");
        Criterion(0, "1.2")["options"]![1] = "1.2.b";
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[2].options[1]"]));
        json = Official.Json("QD26-11");
        json["min_star_marks"]![3] = new JsonArray();
        Assert.That(Paths(), Is.EqualTo(["min_star_marks[3]"]), "and no option is said to lack its row");
        json = Official.Json("QD26-11");
        json["dossier_disqualifiers"]![1] = 1;
        Assert.That(Paths(), Is.EqualTo(["dossier_disqualifiers[1]"]));
        json = Official.Json("QD26-11");
        Criterion(0, "1.1")["rules"]![0] = "";
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[1].rules[0]"]));
    }

    [Test]
    public void An_id_listed_twice_is_refused_at_the_later_place()
    {
        json["dossier_disqualifiers"]!.AsArray().Add("FORGED_DOSSIER");
        Criterion(0, "1.1")["rules"]!.AsArray().Add("KO_ALL_IMPORTED_OR_UNKNOWN_ORIGIN");
        Assert.That(Paths(), Is.EqualTo(["dossier_disqualifiers[3]", "parts[0].criteria[1].rules[1]"]));
    }

    [TestCase("2026-5-22")]
    [TestCase("22/05/2026")]
    [TestCase("2026-02-30")]
    [TestCase("")]
    public void A_day_is_a_day(string day)
    {
        json["effective_from"] = day;
        Assert.That(Paths(), Is.EqualTo(["effective_from"]));
    }

    [Test]
    public void It_does_not_lapse_before_it_is_in_force()
    {
        json["effective_to"] = "2026-05-21";
        Assert.That(Paths(), Is.EqualTo(["effective_to"]));
        json["effective_to"] = "2026-05-22";
        Assert.That(Paths(), Is.Empty);
    }

    [Test]
    public void A_leaf_that_depends_on_a_story_needs_the_leaf_that_tells_of_it()
    {
        Criterion(0, "2.2")["rules"] = new JsonArray("KO_X", "DEPENDS_ON_STORY_PRESENT");
        Assert.That(Paths(), Is.Empty, "2.1 is there");
        Criterion(2, "7")["rules"] = new JsonArray("DEPENDS_ON_STORY_PRESENT");
        Assert.That(Paths(), Has.Length.EqualTo(1).And.All.EndsWith(".rules[0]"), "7 belongs to no group");
        Criterion(2, "7").AsObject().Remove("rules");
        Criterion(2, "6.1.1")["id"] = "6.1.9";
        Criterion(2, "6.1.2")["rules"] = new JsonArray("DEPENDS_ON_STORY_PRESENT");
        Assert.That(Paths(), Has.Some.EndsWith(".rules[0]"), "6.1.1 is gone");
    }

    [TestCase("DEPENDS_ON_STORY_PRESENT")]
    [TestCase("STOP_ANY_ZERO_IN_SENSORY")]
    public void A_rule_of_leaves_is_refused_at_a_group_and_at_a_leaf_without_a_group(string rule)
    {
        Criterion(0, "1")["rules"] = new JsonArray(rule);
        Assert.That(Paths(), Is.EqualTo(["parts[0].criteria[0].rules[0]"]));
        Criterion(0, "1").AsObject().Remove("rules");
        Criterion(2, "7")["rules"] = new JsonArray(rule);
        Assert.That(Paths(), Has.Length.EqualTo(1).And.All.EndsWith(".rules[0]"));
    }

    [Test]
    public void All_faults_are_listed()
    {
        json["set_no"] = 0;
        json["total_max"] = 1;
        json["what"] = new JsonObject();
        Option(0, "1.2.b")["id"] = "9.9.b";
        json["min_star_marks"]!.AsArray().RemoveAt(0);
        Assert.That(Paths(), Is.EquivalentTo(["set_no", "total_max", "what", "parts[0].criteria[2].options[1].id", "parts[0].criteria[1].options[1].min_star"]));
    }

    [Test]
    public void Large_points_do_not_overflow()
    {
        foreach (var leaf in json["parts"]!.AsArray().SelectMany(part => part!["criteria"]!.AsArray()).Where(criterion => (string)criterion!["type"]! != "group"))
            leaf!["max"] = int.MaxValue;
        Assert.That(Faults().Single(fault => fault.Path == "total_max").Message, Does.Contain($"{32L * int.MaxValue}"));
    }

    [Test]
    public void Messages_are_single_lines()
    {
        Option(0, "1.2.b")["id"] = "1.2.\n\u2028.b";
        Criterion(0, "1.3")["parent"] = "\r\n";
        json["a\nb"] = 1;
        Assert.That(Faults(), Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(Faults().Select(fault => fault.ToString()), Has.None.Matches("[\\r\\n\\u2028]"));
    }

    [Test]
    public void Inside_another_document_the_paths_begin_there()
    {
        json["set_no"] = 0;
        json["odd name"] = 1;
        using var document = System.Text.Json.JsonDocument.Parse(Given.Bytes(json));
        Assert.That(RubricReader.Read(document.RootElement, "rubric").Faults.Select(fault => fault.Path), Is.EqualTo(["rubric['odd name']", "rubric.set_no"]));
    }
}
