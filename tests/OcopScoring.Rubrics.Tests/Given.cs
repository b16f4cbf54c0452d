using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

/// <summary>Rubrics, sheets and readings for tests.</summary>
static class Given
{
    /// <summary>
    /// A rubric of three leaves 1.1 (A, 40), 2.1 (B, 25) and 3.1 (C, 35) with an option for every number of points: 1.1.p7 gives 7.
    /// So a sheet can have any total from 0 to 100.
    /// </summary>
    public static JsonObject ScaleJson(params (string Leaf, int Points, int Star)[] marks)
    {
        JsonObject Option(string leaf, int points)
        {
            var star = marks.Where(mark => mark.Leaf == leaf && mark.Points == points).Select(mark => (int?)mark.Star).FirstOrDefault();
            return Json($$"""{"id":"{{leaf}}.p{{points}}","points":{{points}},"label_vi":"{{points}}","label_kind":"condensed","min_star":{{star?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"sourced":true}""");
        }

        JsonObject Part(string id, string group, int max)
        {
            var leaf = Json($$"""{"id":"{{group}}.1","parent":"{{group}}","label_vi":"lá","label_en":"leaf","max":{{max}},"type":"single_choice","sourced":true}""");
            leaf["options"] = new JsonArray([.. Enumerable.Range(0, max + 1).Select(points => Option(group + ".1", points))]);
            var part = Json($$"""{"id":"{{id}}","label_vi":"phần","label_en":"part","max":{{max}}}""");
            part["criteria"] = new JsonArray(
                Json($$"""{"id":"{{group}}","parent":null,"label_vi":"nhóm","label_en":"group","max":{{max}},"type":"group","sourced":true}"""), leaf);
            return part;
        }

        var rubric = Json("""
            {"schema":"ocop-rubric/1","regime":"TEST","effective_from":"2026-01-01","effective_to":null,"set_no":1,"set_code":"TEST-01","label_vi":"Thử",
             "total_max":100,"part_max":{"A":40,"B":25,"C":35},"dossier_disqualifiers":["FORGED_DOSSIER","ANOTHER","third"],"min_star_rule":null,
             "source":{"act":"none","note":""},"checks":{"sum_of_leaf_max":100,"A":40,"B":25,"C":35}}
            """);
        rubric["min_star_marks"] = new JsonArray([.. marks.Select(mark =>
            Json($$"""{"criterion":"{{mark.Leaf}}","option":"{{mark.Leaf}}.p{{mark.Points}}","min_points":{{mark.Points}},"star":{{mark.Star}}}"""))]);
        rubric["parts"] = new JsonArray(Part("A", "1", 40), Part("B", "2", 25), Part("C", "3", 35));
        return rubric;
    }

    public static Rubric Scale(params (string Leaf, int Points, int Star)[] marks) => RubricReader.Read(Bytes(ScaleJson(marks))).OrThrow();

    /// <summary>Choices of the scale rubric with this total, filled from A to C.</summary>
    public static Choices Total(Rubric scale, int total)
    {
        var a = Math.Min(total, 40);
        var b = Math.Min(total - a, 25);
        return Points(scale, a, b, total - a - b);
    }

    public static Choices Points(Rubric scale, int a, int b, int c) => ChoicesReader.Read(
        new Dictionary<string, string?> { ["1.1"] = $"1.1.p{a}", ["2.1"] = $"2.1.p{b}", ["3.1"] = $"3.1.p{c}" }, scale, "choices").OrThrow();

    /// <summary>Lawful answers to a rubric: at every leaf the option with most points.</summary>
    public static Dictionary<string, string?> Best(Rubric rubric) =>
        rubric.Leaves.ToDictionary(leaf => leaf.Id, leaf => (string?)leaf.Options.MaxBy(option => option.Points)!.Id);

    /// <summary>A document of one chair, one member and one secretary without a vote; both voters give the best options.</summary>
    public static JsonObject SheetsJson(Rubric rubric)
    {
        var json = Json($$"""
            {"schema":"ocop-sheets/1","rubric":"{{rubric.SetCode}}",
             "seats":[{"seat":"chair","role":"chair","voting":true},{"seat":"m1","role":"member","voting":true},{"seat":"sec","role":"secretary","voting":false}],
             "sheets":[{"seat":"chair","status":"submitted"},{"seat":"m1","status":"submitted"}]}
            """);
        foreach (var sheet in json["sheets"]!.AsArray())
        {
            sheet!["choices"] = new JsonObject(Best(rubric).Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)answer.Value)));
            sheet["flags"] = new JsonArray();
        }

        return json;
    }

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
