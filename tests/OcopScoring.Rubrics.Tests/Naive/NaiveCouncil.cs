using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests.Naive;

/// <summary>
/// The council result once more, straight from the text of the contract: LINQ over the raw documents, no type of the product.
/// It takes documents that are valid.
/// </summary>
sealed class NaiveCouncil
{
    sealed record Leaf(string Part, JsonObject Criterion)
    {
        public string Id => (string)Criterion["id"]!;

        public int Points(string? option) => option is null
            ? 0
            : Criterion["options"]!.AsArray().Where(o => (string)o!["id"]! == option).Select(o => (int)o!["points"]!).Single();
    }

    readonly JsonObject rubric;
    readonly JsonObject sheets;
    readonly JsonObject rules;
    readonly List<Leaf> leaves;
    readonly List<JsonNode> counted;

    NaiveCouncil(JsonObject rubric, JsonObject sheets, JsonObject? rules)
    {
        this.rubric = rubric;
        this.sheets = sheets;
        this.rules = rules ?? [];
        leaves = [.. rubric["parts"]!.AsArray().SelectMany(part => part!["criteria"]!.AsArray()
            .Where(criterion => (string)criterion!["type"]! != "group")
            .Select(criterion => new Leaf((string)part["id"]!, criterion!.AsObject())))];
        counted = [.. Voting().Select(SheetOf).OfType<JsonNode>().Where(sheet => Status(sheet) == "submitted")];
    }

    public static JsonObject Score(JsonObject rubric, JsonObject sheets, JsonObject? rules) => new NaiveCouncil(rubric, sheets, rules).Score();

    JsonObject Score()
    {
        var voting = Voting().Count();
        var attendance = new Plain(Voting().Count(seat => Status(SheetOf(seat)) is "submitted" or "recused"), voting);
        var chair = sheets["seats"]!.AsArray().Any(seat => (string)seat!["role"]! == "chair" && Status(SheetOf(seat)) is "submitted" or "recused");
        var none = counted.Count == 0;
        var flags = none ? [] : EffectiveFlags();
        var totals = counted.Select(sheet => leaves.Sum(leaf => Given(sheet, leaf))).ToList();
        var mean = Plain.Mean(totals);
        int? spread = none ? null : totals.Max() - totals.Min();
        var unmet = none ? [] : UnmetMarks();

        var status = "classified";
        if (spread is { } apart && Rule("maxSpread", JsonValue.Create(10)) is { } limit && new Plain(apart, 1) != Plain.Parse(limit.ToJsonString())
            && Plain.Of(apart) >= Plain.Parse(limit.ToJsonString()) && (string)Rule("onSpread", "rescore")! == "rescore") status = "rescore";
        if (flags.Count > 0) status = "disqualified";
        if (!(attendance >= Plain.Parse((string)Rule("minAttendance", "3/4")!)) || none || ((bool)Rule("chairRequired", true)! && !chair)) status = "no-quorum";

        int? byPoints = null, cap = null, stars = null;
        if (status == "classified")
        {
            byPoints = mean >= Plain.Of(90) ? 5 : mean >= Plain.Of(70) ? 4 : mean >= Plain.Of(50) ? 3 : mean >= Plain.Of(30) ? 2 : 1;
            cap = Enumerable.Range(2, 4).Last(s => unmet.All(mark => (int)mark["star"]! > s));
            stars = Math.Min(byPoints.Value, cap.Value);
        }

        return new JsonObject
        {
            ["rubric"] = (string)rubric["set_code"]!,
            ["status"] = status,
            ["voting"] = voting,
            ["counted"] = counted.Count,
            ["attendance"] = attendance.ToString(),
            ["mean"] = none ? null : mean.ToString(),
            ["meanDecimal"] = none ? null : mean.Decimal(),
            ["parts"] = none ? null : Parts(),
            ["spread"] = spread,
            ["starsByPoints"] = byPoints,
            ["starCap"] = cap,
            ["stars"] = stars,
            ["certifiable"] = stars >= 3,
            ["unmetMarks"] = none ? null : new JsonArray([.. unmet]),
            ["flags"] = new JsonArray([.. flags.Select(flag => JsonValue.Create(flag))]),
        };
    }

    IEnumerable<JsonNode> Voting() => sheets["seats"]!.AsArray().Where(seat => (bool)seat!["voting"]!)!;

    JsonNode? SheetOf(JsonNode? seat) => sheets["sheets"]!.AsArray().SingleOrDefault(sheet => (string)sheet!["seat"]! == (string)seat!["seat"]!);

    static string Status(JsonNode? sheet) => sheet is null ? "absent" : (string)sheet["status"]!;

    static int Given(JsonNode sheet, Leaf leaf) => leaf.Points((string?)sheet["choices"]![leaf.Id]);

    JsonNode? Rule(string name, JsonNode standard) => rules.ContainsKey(name) ? rules[name] : standard;

    JsonObject Parts() => new(new[] { "A", "B", "C" }.Select(part => KeyValuePair.Create(
        part,
        (JsonNode?)JsonValue.Create(Plain.Mean([.. counted.Select(sheet => leaves.Where(leaf => leaf.Part == part).Sum(leaf => Given(sheet, leaf)))]).ToString()))));

    List<JsonObject> UnmetMarks() => [.. (rubric["min_star_marks"]?.AsArray() ?? [])
        .OrderBy(mark => (int)mark!["star"]!)
        .ThenBy(mark => leaves.FindIndex(leaf => leaf.Id == (string)mark!["criterion"]!))
        .ThenBy(mark => leaves.SelectMany(leaf => leaf.Criterion["options"]!.AsArray()).Select(option => (string)option!["id"]!).ToList().IndexOf((string)mark!["option"]!))
        .Where(mark => !IsMet(mark!))
        .Select(mark => new JsonObject
        {
            ["criterion"] = (string)mark!["criterion"]!,
            ["star"] = (int)mark["star"]!,
            ["minPoints"] = (int)mark["min_points"]!,
            ["value"] = Plain.Mean(PointsOf(mark)).ToString(),
        })];

    List<int> PointsOf(JsonNode mark)
    {
        var leaf = leaves.Single(leaf => leaf.Id == (string)mark["criterion"]!);
        return [.. counted.Select(sheet => Given(sheet, leaf))];
    }

    bool IsMet(JsonNode mark)
    {
        var least = (int)mark["min_points"]!;
        var points = PointsOf(mark);
        return (string)Rule("marksBasis", "criterion-mean")! switch
        {
            "criterion-mean" => Plain.Mean(points) >= Plain.Of(least),
            "every-sheet" => points.All(p => p >= least),
            _ => points.Count(p => p >= least) > points.Count / 2.0,
        };
    }

    List<string> EffectiveFlags()
    {
        var raised = counted.SelectMany(sheet => (sheet["flags"]?.AsArray() ?? []).Select(flag => (string)flag!)
            .Concat(Sensory().Any(leaf => Given(sheet, leaf) == 0) ? ["STOP_ANY_ZERO_IN_SENSORY"] : [])
            .Distinct());
        var any = (string)Rule("knockoutBasis", "majority")! == "any";
        return [.. raised.GroupBy(flag => flag)
            .Where(group => any || group.Count() > counted.Count / 2.0)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)];
    }

    IEnumerable<Leaf> Sensory()
    {
        var groups = leaves
            .Where(leaf => (leaf.Criterion["rules"]?.AsArray() ?? []).Any(rule => (string)rule! == "STOP_ANY_ZERO_IN_SENSORY"))
            .Select(leaf => (string)leaf.Criterion["parent"]!)
            .ToList();
        return leaves.Where(leaf => Ancestors(leaf.Criterion).Any(groups.Contains));
    }

    IEnumerable<string> Ancestors(JsonObject criterion)
    {
        if ((string?)criterion["parent"] is not { } parent) return [];
        var group = rubric["parts"]!.AsArray().SelectMany(part => part!["criteria"]!.AsArray()).Single(other => (string)other!["id"]! == parent);
        return [parent, .. Ancestors(group!.AsObject())];
    }
}
