using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

public sealed class ScoreSheetsTests
{
    static readonly Rubric Tea = Official.Rubric("QD26-11");
    readonly JsonObject json = Given.SheetsJson(Tea);

    JsonArray Seats => json["seats"]!.AsArray();

    JsonArray Sheets => json["sheets"]!.AsArray();

    Reading<ScoreSheets> Read() => ScoreSheetsReader.Read(Given.Bytes(json), Tea);

    string[] Paths() => [.. Read().Faults.Select(fault => fault.Path)];

    static JsonObject Sheet(string seat, string status) => new() { ["seat"] = seat, ["status"] = status };

    [Test]
    public void Good_sheets_are_read()
    {
        Sheets.Add((JsonNode)Sheet("sec", "recused"));
        var sheets = Read().OrThrow();
        Assert.That(sheets.Seats, Is.EqualTo([new SeatEntry("chair", SeatRole.Chair, true), new SeatEntry("m1", SeatRole.Member, true), new SeatEntry("sec", SeatRole.Secretary, false)]));
        Assert.That(sheets.Sheets.Select(sheet => (sheet.Seat, sheet.Status, sheet.Choices?.Total)), Is.EqualTo([("chair", SheetStatus.Submitted, 100), ("m1", SheetStatus.Submitted, 100), ("sec", SheetStatus.Recused, (int?)null)]));
        Assert.That(sheets.Sheets.SelectMany(sheet => sheet.Flags), Is.Empty);
    }

    [TestCase("schema")]
    [TestCase("rubric")]
    [TestCase("seats")]
    [TestCase("sheets")]
    public void Every_property_is_needed(string name)
    {
        json.Remove(name);
        Assert.That(Paths(), Is.EqualTo([name]));
    }

    [TestCase("seat")]
    [TestCase("role")]
    [TestCase("voting")]
    public void Every_property_of_a_seat_is_needed(string name)
    {
        Seats[1]!.AsObject().Remove(name);
        Assert.That(Paths(), Is.EqualTo([$"seats[1].{name}"]));
    }

    [TestCase("seat")]
    [TestCase("status")]
    [TestCase("choices")]
    public void Every_property_of_a_submitted_sheet_but_flags_is_needed(string name)
    {
        Sheets[1]!.AsObject().Remove(name);
        Assert.That(Paths(), Is.EqualTo([$"sheets[1].{name}"]));
    }

    [Test]
    public void Flags_may_be_left_out()
    {
        Sheets[1]!.AsObject().Remove("flags");
        Assert.That(Read().OrThrow().Sheets[1].Flags, Is.Empty);
    }

    [Test]
    public void Another_schema_is_the_only_fault()
    {
        json["schema"] = "ocop-sheets/2";
        json["other"] = 1;
        Assert.That(Paths(), Is.EqualTo(["schema"]));
    }

    [Test]
    public void Sheets_of_another_rubric_are_refused_at_the_rubric_alone()
    {
        json["rubric"] = "QD26-12";
        Sheets.Clear();
        Assert.That(Read().Faults, Is.EqualTo([new Fault("rubric", "The sheets belong to the rubric 'QD26-12', not to QD26-11.")]));
        json["rubric"] = "qd26-11";
        Assert.That(Paths(), Is.EqualTo(["rubric"]));
    }

    [Test]
    public void Unknown_properties_are_refused_everywhere()
    {
        json["when"] = "now";
        Seats[0]!["name"] = "";
        Sheets[0]!["comment"] = "";
        Assert.That(Paths(), Is.EqualTo(["when", "seats[0].name", "sheets[0].comment"]));
    }

    [Test]
    public void A_property_given_twice_is_refused_everywhere()
    {
        var text = json.ToJsonString()
            .Replace("\"rubric\":\"QD26-11\"", "\"rubric\":\"QD26-11\",\"rubric\":\"QD26-11\"", StringComparison.Ordinal)
            .Replace("\"role\":\"secretary\"", "\"role\":\"secretary\",\"role\":\"secretary\"", StringComparison.Ordinal)
            .Replace("\"seat\":\"m1\",\"status\"", "\"seat\":\"m1\",\"seat\":\"m1\",\"status\"", StringComparison.Ordinal);
        Assert.That(ScoreSheetsReader.Read(Given.Bytes(text), Tea).Faults.Select(fault => fault.ToString()), Is.EqualTo(
        [
            "rubric: The property 'rubric' is given twice.",
            "seats[2].role: The property 'role' is given twice.",
            "sheets[1].seat: The property 'seat' is given twice.",
        ]));
    }

    [TestCase("seats[1].seat", "1", "")]
    [TestCase("seats[1].seat", "\"\"", "")]
    [TestCase("seats[1].role", "\"deputy\"", "")]
    [TestCase("seats[1].role", "\"Member\"", "")]
    [TestCase("seats[1].role", "null", "")]
    [TestCase("seats[1].voting", "\"true\"", "")]
    [TestCase("seats[1].voting", "1", "")]
    [TestCase("sheets[1].seat", "null", "")]
    [TestCase("sheets[1].status", "\"Submitted\"", "")]
    [TestCase("sheets[1].status", "\"present\"", "")]
    [TestCase("sheets[1].status", "1", "")]
    [TestCase("sheets[1].choices", "[]", "")]
    [TestCase("sheets[1].choices", "null", "")]
    [TestCase("sheets[1].flags", "{}", "")]
    [TestCase("sheets[1].flags", "null", "")]
    [TestCase("sheets[1].flags", "\"FORGED_DOSSIER\"", "")]
    [TestCase("sheets[1].flags", "[1]", "[0]")]
    [TestCase("sheets[1].flags", "[\"FORGED_DOSSIER\",null]", "[1]")]
    [TestCase("sheets[1].flags", "[\"\"]", "[0]")]
    [TestCase("seats", "{}", "")]
    [TestCase("sheets", "{}", "")]
    [TestCase("sheets", "null", "")]
    [TestCase("rubric", "11", "")]
    [TestCase("rubric", "\"\"", "")]
    public void A_wrong_type_or_word_is_refused_at_its_place(string path, string value, string below)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json.ToJsonString());
        var faults = ScoreSheetsReader.Read(JsonEdit.Replace(document.RootElement, path, value), Tea).Faults;
        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo([path + below]));
    }

    [Test]
    public void Elements_of_the_wrong_kind_are_named_by_their_place()
    {
        Seats[2] = "sec";
        Sheets.Add((JsonNode)JsonValue.Create(1));
        Assert.That(Paths(), Is.EqualTo(["seats[2]", "sheets[2]"]));
    }

    [Test]
    public void Seats_are_unique()
    {
        Seats[2]!["seat"] = "m1";
        Assert.That(Read().Faults, Is.EqualTo([new Fault("seats[2].seat", "The seat 'm1' is already given at seats[1].seat.")]));
    }

    [Test]
    public void Seats_that_differ_in_letters_are_two()
    {
        Seats[2]!["seat"] = "M1";
        Assert.That(Paths(), Is.Empty);
    }

    [Test]
    public void There_is_one_chair_at_most()
    {
        Seats[2]!["role"] = "chair";
        Assert.That(Paths(), Is.EqualTo(["seats[2].role"]));
        Seats[0]!["role"] = "member";
        Assert.That(Paths(), Is.Empty);
        Seats[2]!["role"] = "secretary";
        Assert.That(Paths(), Is.Empty, "nor need there be one");
    }

    [Test]
    public void At_least_one_seat_votes()
    {
        Sheets.Clear();
        foreach (var seat in Seats) seat!["voting"] = false;
        Assert.That(Read().Faults, Is.EqualTo([new Fault("seats", "At least one seat must vote.")]));
        Seats.Clear();
        Assert.That(Paths(), Is.EqualTo(["seats"]));
    }

    [Test]
    public void A_seat_has_one_sheet_at_most()
    {
        Sheets.Add((JsonNode)Sheet("m1", "absent"));
        Assert.That(Read().Faults, Is.EqualTo([new Fault("sheets[2].seat", "The seat 'm1' already has a sheet at sheets[1].seat.")]));
    }

    [Test]
    public void A_sheet_belongs_to_a_seat()
    {
        Sheets.Add((JsonNode)Sheet("m2", "absent"));
        Assert.That(Read().Faults, Is.EqualTo([new Fault("sheets[2].seat", "There is no seat 'm2'.")]));
    }

    [Test]
    public void A_seat_without_a_vote_submits_no_sheet()
    {
        var sheet = Sheets[1]!.DeepClone();
        sheet["seat"] = "sec";
        Sheets.Add(sheet);
        Assert.That(Read().Faults, Is.EqualTo([new Fault("sheets[2].status", "The seat 'sec' does not vote (seats[2].voting), so it submits no sheet.")]));
        sheet.AsObject().Remove("seat");
        sheet["seat"] = "sec";
        Assert.That(Paths(), Is.EqualTo(["sheets[2].seat"]), "of seat and status the later one is named");
    }

    [TestCase("recused")]
    [TestCase("absent")]
    public void A_seat_without_a_vote_may_be_present_or_not(string status)
    {
        Sheets.Add((JsonNode)Sheet("sec", status));
        Assert.That(Paths(), Is.Empty);
    }

    [TestCase("recused")]
    [TestCase("absent")]
    public void Only_a_submitted_sheet_has_choices_and_flags(string status)
    {
        Sheets[1]!["status"] = status;
        Assert.That(Paths(), Is.EqualTo(["sheets[1].choices", "sheets[1].flags"]));
        Sheets[1]!.AsObject().Remove("choices");
        Assert.That(Paths(), Is.EqualTo(["sheets[1].flags"]), "an empty list is a list");
        Sheets[1]!.AsObject().Remove("status");
        Sheets[1]!["status"] = status;
        Assert.That(Paths(), Is.EqualTo(["sheets[1].status"]), "of two that exclude each other the later one is named");
        Sheets[1]!.AsObject().Remove("flags");
        Assert.That(Paths(), Is.Empty);
    }

    [Test]
    public void Flags_are_knock_outs_of_the_rubric_each_once()
    {
        Sheets[0]!["flags"] = new JsonArray("FORGED_DOSSIER", "KO_ALL_IMPORTED_OR_UNKNOWN_ORIGIN", "STOP_UNACCEPTABLE_FOREIGN_MATTER");
        Assert.That(Paths(), Is.Empty);
        Sheets[0]!["flags"] = new JsonArray("FORGED_DOSSIER", "REQ_100PCT_WITHIN_PROVINCE", "FORGED_DOSSIER", "DEPENDS_ON_STORY_PRESENT", "forged_dossier", "NONE", "NONE");
        Assert.That(Paths(), Is.EqualTo(Enumerable.Range(1, 6).Select(i => $"sheets[0].flags[{i}]")));
    }

    [Test]
    public void The_flag_that_a_zero_raises_may_also_be_listed()
    {
        var water = Official.Rubric("QD26-16");
        var sheets = Given.SheetsJson(water);
        sheets["sheets"]![0]!["flags"] = new JsonArray("STOP_ANY_ZERO_IN_SENSORY");
        Assert.That(ScoreSheetsReader.Read(Given.Bytes(sheets), water).Ok);
        Sheets[0]!["flags"] = new JsonArray("STOP_ANY_ZERO_IN_SENSORY");
        Assert.That(Paths(), Is.EqualTo(["sheets[0].flags[0]"]), "but only where the rubric carries it");
    }

    [Test]
    public void Faults_of_choices_stand_below_their_sheet()
    {
        Sheets[1]!["choices"]!["1.1"] = "1.2.a";
        Sheets[1]!["choices"]!["7"] = null;
        Assert.That(Paths(), Does.Contain("sheets[1].choices['1.1']"));
        Assert.That(Paths(), Has.All.StartsWith("sheets[1].choices['"));
    }

    [Test]
    public void All_faults_are_listed()
    {
        Seats[1]!["role"] = "x";
        Sheets[0]!["choices"]!["1.1"] = "x";
        Sheets[1]!["flags"] = new JsonArray("x");
        Sheets.Add((JsonNode)Sheet("m9", "absent"));
        Assert.That(Paths(), Is.EqualTo(["seats[1].role", "sheets[0].choices['1.1']", "sheets[1].flags[0]", "sheets[2].seat"]));
    }

    [Test]
    public void Sheets_put_together_in_code_follow_the_same_rules()
    {
        var choices = ChoicesReader.Read(Given.Best(Tea), Tea, "c").OrThrow();
        SeatEntry[] seats = [new("a", SeatRole.Chair, true), new("b", SeatRole.Chair, false), new("b", SeatRole.Member, true)];
        Sheet[] sheets = [OcopScoring.Rubrics.Sheet.Submitted("b", choices), OcopScoring.Rubrics.Sheet.Submitted("a", choices, ["NO"]), OcopScoring.Rubrics.Sheet.Absent("a"), OcopScoring.Rubrics.Sheet.Recused("c")];
        Assert.That(ScoreSheets.Create(Tea, seats, sheets).Faults.Select(fault => fault.Path), Is.EqualTo(
            ["seats[1].role", "seats[2].seat", "sheets[0].status", "sheets[1].flags[0]", "sheets[2].seat", "sheets[3].seat"]));
        Assert.That(ScoreSheets.Create(Tea, [], []).Faults.Select(fault => fault.Path), Is.EqualTo(["seats"]));
    }

    [Test]
    public void Choices_of_another_rubric_cannot_be_mixed_in()
    {
        var other = Official.Rubric("QD26-12");
        var choices = ChoicesReader.Read(Given.Best(other), other, "c").OrThrow();
        Assert.That(() => ScoreSheets.Create(Tea, [new("a", SeatRole.Chair, true)], [OcopScoring.Rubrics.Sheet.Submitted("a", choices)]), Throws.ArgumentException);
    }

    [Test]
    public void What_is_written_is_the_document()
    {
        Sheets.Add((JsonNode)Sheet("sec", "absent"));
        Sheets[0]!["flags"] = new JsonArray("FORGED_DOSSIER");
        Assert.That(Read().OrThrow().ToJson(), Is.EqualTo(Naive.Plain.Text(json)));
    }
}
