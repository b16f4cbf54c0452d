using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests.Naive;

/// <summary>Valid random rubrics, sheets and rules as raw documents. One seed gives one set.</summary>
sealed class RandomDocuments
{
    static readonly string[] KnockOuts = ["KO_ONE", "KO_TWO", "STOP_THREE", "REQ_100PCT_FOUR", "REQ_100PCT"];
    static readonly string[] OtherRules = ["EVIDENCE_FIVE", "REQ_STORY", "CHOOSE_ONE_CASE", "KOALA", "STOPPED", "REQ_99PCT"];
    readonly Random random;
    readonly JsonArray marks = [];

    public RandomDocuments(int seed)
    {
        random = new Random(seed);
        Rubric = MakeRubric();
        Sheets = MakeSheets();
        Rules = random.Next(5) == 0 ? null : MakeRules();
    }

    public JsonObject Rubric { get; }

    public JsonObject Sheets { get; }

    public JsonObject? Rules { get; }

    bool Chance(int percent) => random.Next(100) < percent;

    T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    JsonObject MakeRubric()
    {
        var number = 0;
        var parts = new[] { "A", "B", "C" }.Select(id => MakePart(id, ref number)).ToArray();
        var rubric = Given.Json("""
            {"schema":"ocop-rubric/1","regime":"R","effective_from":"2026-01-01","effective_to":null,"set_no":3,"set_code":"R-03","label_vi":"Ngẫu nhiên",
             "min_star_rule":null,"source":{"act":"none","note":""},"checks":{"sum_of_leaf_max":0,"A":0,"B":0,"C":0}}
            """);
        rubric["total_max"] = parts.Sum(part => (int)part["max"]!);
        rubric["part_max"] = new JsonObject(parts.Select(part => KeyValuePair.Create((string)part["id"]!, (JsonNode?)JsonValue.Create((int)part["max"]!))));
        if (Chance(80)) rubric["dossier_disqualifiers"] = new JsonArray("FORGED", "not_capital", "KO_ONE");
        if (marks.Count > 0 || Chance(50))
        {
            var rows = marks.Select(row => row!.DeepClone()).ToArray();
            random.Shuffle(rows);
            rubric["min_star_marks"] = new JsonArray(rows);
        }

        rubric["parts"] = new JsonArray(parts);
        return rubric;
    }

    JsonObject MakePart(string id, ref int number)
    {
        var criteria = new JsonArray();
        var max = 0;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            number++;
            max += Chance(25) ? AddLeaf(criteria, $"{number}", null, false) : AddGroup(criteria, $"{number}", null, 0);
        }

        return new JsonObject { ["id"] = id, ["label_vi"] = "phần", ["label_en"] = "", ["max"] = max, ["criteria"] = criteria };
    }

    int AddGroup(JsonArray criteria, string id, string? parent, int depth)
    {
        var below = new JsonArray();
        var max = 0;
        var hasStory = false;
        for (var i = 1; i <= random.Next(0, 5); i++)
        {
            var child = $"{id}.{i}";
            if (depth < 2 && Chance(20))
            {
                max += AddGroup(below, child, id, depth + 1);
            }
            else
            {
                max += AddLeaf(below, child, id, hasStory);
                hasStory |= i == 1;
            }
        }

        var group = Given.Json($$"""{"id":"{{id}}","label_vi":"nhóm","label_en":"group","max":{{max}},"type":"group"}""");
        group["parent"] = parent;
        if (Chance(20)) group["rules"] = new JsonArray(Any(KnockOuts), Any(OtherRules));
        // A group may stand before its children or after them.
        if (Chance(80)) criteria.Add((JsonNode)group);
        foreach (var criterion in below.ToArray())
        {
            below.Remove(criterion);
            criteria.Add(criterion);
        }

        if (group.Parent is null) criteria.Add((JsonNode)group);
        return max;
    }

    int AddLeaf(JsonArray criteria, string id, string? parent, bool hasStory)
    {
        var options = new JsonArray();
        var cases = Chance(20) ? 2 : 1;
        for (var @case = 1; @case <= cases; @case++)
        {
            var points = Chance(50) ? 0 : random.Next(1, 3);
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                options.Add((JsonNode)MakeOption($"{id}.{(char)('a' + options.Count)}", id, points, cases == 1 ? null : @case));
                points += random.Next(0, 10);
            }
        }

        var rules = new List<string>();
        if (hasStory && Chance(25)) rules.Add("DEPENDS_ON_STORY_PRESENT");
        if (parent is not null && Chance(8)) rules.Add("STOP_ANY_ZERO_IN_SENSORY");
        if (Chance(15)) rules.Add(Any(KnockOuts));
        if (Chance(10)) rules.Add(Any(OtherRules));
        var max = options.Max(option => (int)option!["points"]!);
        var leaf = Given.Json($$"""{"id":"{{id}}","label_vi":"lá","label_en":"leaf","max":{{max}},"type":"{{(cases == 2 ? "choice_by_case" : "single_choice")}}","sourced":true}""");
        leaf["parent"] = parent;
        if (rules.Count > 0) leaf["rules"] = new JsonArray([.. rules.Select(rule => JsonValue.Create(rule))]);
        leaf["options"] = options;
        criteria.Add((JsonNode)leaf);
        return max;
    }

    JsonObject MakeOption(string id, string leaf, int points, int? @case)
    {
        var option = Given.Json($$"""{"id":"{{id}}","points":{{points}},"label_vi":"mức {{id}}","label_kind":"condensed","sourced":true}""");
        int? star = Chance(20) ? random.Next(3, 6) : null;
        if (star is not null || Chance(50)) option["min_star"] = star;
        if (@case is not null) option["case"] = @case;
        if (star is not null)
            marks.Add((JsonNode)new JsonObject { ["criterion"] = leaf, ["option"] = id, ["min_points"] = points, ["star"] = star });
        return option;
    }

    List<JsonNode> Leaves() =>
        [.. Rubric["parts"]!.AsArray().SelectMany(part => part!["criteria"]!.AsArray()).OfType<JsonNode>().Where(criterion => (string)criterion["type"]! != "group")];

    List<string> Legal() =>
    [
        .. (Rubric["dossier_disqualifiers"]?.AsArray() ?? []).Select(id => (string)id!)
            .Concat(Rubric["parts"]!.AsArray().SelectMany(part => part!["criteria"]!.AsArray())
                .SelectMany(criterion => criterion!["rules"]?.AsArray() ?? []).Select(rule => (string)rule!)
                .Where(rule => rule.StartsWith("KO_", StringComparison.Ordinal) || rule.StartsWith("STOP_", StringComparison.Ordinal)
                    || rule.StartsWith("REQ_100PCT", StringComparison.Ordinal)))
            .Distinct(),
    ];

    JsonObject MakeSheets()
    {
        var seats = new JsonArray();
        var sheets = new JsonArray();
        var count = random.Next(1, 10);
        var chair = Chance(85) ? random.Next(count) : -1;
        // A council that agrees and one that does not: the same choices again, or new ones.
        var agree = random.Next(0, 101);
        var raise = random.Next(0, 60);
        JsonObject? last = null;
        for (var i = 0; i < count; i++)
        {
            var voting = i == 0 ? chair != 0 || Chance(90) || count == 1 : Chance(90);
            if (i == count - 1 && seats.All(seat => !(bool)seat!["voting"]!)) voting = true;
            var role = i == chair ? "chair" : Chance(90) ? "member" : "secretary";
            seats.Add(Given.Json($$"""{"seat":"s{{i}}","role":"{{role}}","voting":{{(voting ? "true" : "false")}}}"""));
            if (Chance(8)) continue;
            var status = Chance(80) && voting ? "submitted" : Chance(60) ? "recused" : "absent";
            var sheet = new JsonObject { ["seat"] = $"s{i}", ["status"] = status };
            if (status == "submitted")
            {
                last = last is not null && Chance(agree) ? last.DeepClone().AsObject() : MakeChoices();
                sheet["choices"] = last;
                if (Chance(70)) sheet["flags"] = MakeFlags(raise);
            }

            sheets.Add((JsonNode)sheet);
        }

        var shuffled = sheets.Select(sheet => sheet!.DeepClone()).ToArray();
        random.Shuffle(shuffled);
        return new JsonObject { ["schema"] = "ocop-sheets/1", ["rubric"] = "R-03", ["seats"] = seats, ["sheets"] = new JsonArray(shuffled) };
    }

    JsonArray MakeFlags(int percent) => new([.. Legal().Where(_ => Chance(percent)).Select(flag => JsonValue.Create(flag))]);

    JsonObject MakeChoices()
    {
        var choices = new JsonObject();
        var generous = Chance(50);
        foreach (var leaf in Leaves())
        {
            var id = (string)leaf["id"]!;
            var options = leaf["options"]!.AsArray();
            var zero = options.FirstOrDefault(option => (int)option!["points"]! == 0);
            var story = (leaf["rules"]?.AsArray() ?? []).Any(rule => (string)rule! == "DEPENDS_ON_STORY_PRESENT") ? (string)leaf["parent"]! + ".1" : null;
            if (story is not null && PointsAt(story, choices) == 0) choices[id] = (string?)zero?["id"];
            else if (zero is null && Chance(15)) choices[id] = null;
            else choices[id] = (string)(generous && Chance(70) ? options.MaxBy(option => (int)option!["points"]!) : Any(options.ToList()))!["id"]!;
        }

        return choices;
    }

    int PointsAt(string leaf, JsonObject choices) => choices[leaf] is { } chosen
        ? Leaves().Single(l => (string)l["id"]! == leaf)["options"]!.AsArray().Where(o => (string)o!["id"]! == (string)chosen!).Select(o => (int)o!["points"]!).Single()
        : 0;

    JsonObject MakeRules()
    {
        var rules = new JsonObject { ["schema"] = "ocop-council-rules/1" };
        if (Chance(50)) rules["minAttendance"] = Any(["0", "1", "1/2", "2/3", "3/4", "6/8", "7/9", "0/3", "5/5", "12345678901234567890/12345678901234567891"]);
        if (Chance(50)) rules["chairRequired"] = Chance(50);
        if (Chance(50)) rules["maxSpread"] = Chance(20) ? null : JsonNode.Parse(Any(["0", "1", "5", "10", "25", "2147483648", "100000000000000000000"]));
        if (Chance(50)) rules["onSpread"] = Any(["rescore", "ignore"]);
        if (Chance(70)) rules["marksBasis"] = Any(["criterion-mean", "every-sheet", "majority"]);
        if (Chance(50)) rules["knockoutBasis"] = Any(["majority", "any"]);
        return rules;
    }
}
