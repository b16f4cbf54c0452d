namespace OcopScoring.Rubrics.Tests;

public sealed class CouncilRulesTests
{
    static Reading<CouncilRules> Read(string fields) =>
        CouncilRulesReader.Read(Given.Bytes($$"""{"schema":"ocop-council-rules/1"{{(fields.Length > 0 ? "," : "")}}{{fields}}}"""));

    static string[] Paths(string fields) => [.. Read(fields).Faults.Select(fault => fault.Path)];

    [Test]
    public void An_empty_document_has_the_defaults()
    {
        var rules = Read("").OrThrow();
        Assert.That(rules, Is.EqualTo(CouncilRules.Default));
        Assert.That(
            (rules.MinAttendance, rules.ChairRequired, rules.MaxSpread, rules.OnSpread, rules.MarksBasis, rules.KnockoutBasis),
            Is.EqualTo((new Fraction(3, 4), true, 10, OnSpread.Rescore, MarksBasis.CriterionMean, KnockoutBasis.Majority)));
    }

    [Test]
    public void Written_rules_state_every_field() => Assert.That(CouncilRules.Default.ToJson(), Is.EqualTo(
        """{"schema":"ocop-council-rules/1","minAttendance":"3/4","chairRequired":true,"maxSpread":10,"onSpread":"rescore","marksBasis":"criterion-mean","knockoutBasis":"majority"}"""));

    [Test]
    public void Every_field_may_be_given()
    {
        const string Fields = """ "minAttendance":"1/2","chairRequired":false,"maxSpread":null,"onSpread":"ignore","marksBasis":"every-sheet","knockoutBasis":"any" """;
        var rules = Read(Fields).OrThrow();
        Assert.That(rules, Is.EqualTo(new CouncilRules
        {
            MinAttendance = new Fraction(1, 2),
            ChairRequired = false,
            MaxSpread = null,
            OnSpread = OnSpread.Ignore,
            MarksBasis = MarksBasis.EverySheet,
            KnockoutBasis = KnockoutBasis.Any,
        }));
        Assert.That(rules.ToJson(), Is.EqualTo("""{"schema":"ocop-council-rules/1",""" + Fields.Trim() + "}"));
        Assert.That(Read("\"marksBasis\":\"majority\"").OrThrow().MarksBasis, Is.EqualTo(MarksBasis.Majority));
    }

    [TestCase("0", "0")]
    [TestCase("1", "1")]
    [TestCase("001", "1")]
    [TestCase("0/9", "0")]
    [TestCase("9/9", "1")]
    [TestCase("6/8", "3/4")]
    [TestCase("99999999999999999999/100000000000000000000", "99999999999999999999/100000000000000000000")]
    public void The_least_attendance_is_a_fraction_or_a_whole_number_from_0_to_1(string text, string value) =>
        Assert.That(Read($"\"minAttendance\":\"{text}\"").OrThrow().MinAttendance.ToString(), Is.EqualTo(value));

    [TestCase("\"4/3\"")]
    [TestCase("\"2\"")]
    [TestCase("\"100000000000000000001/100000000000000000000\"")]
    [TestCase("\"-0\"")]
    [TestCase("\"-1/2\"")]
    [TestCase("\"0.75\"")]
    [TestCase("\"75%\"")]
    [TestCase("\"3/0\"")]
    [TestCase("\"0/0\"")]
    [TestCase("\"\"")]
    [TestCase("\" 3/4\"")]
    [TestCase("\"3 / 4\"")]
    [TestCase("\"3/4/1\"")]
    [TestCase("\"3/+4\"")]
    [TestCase("\"٣/٤\"")]
    [TestCase("0.75")]
    [TestCase("1")]
    [TestCase("null")]
    [TestCase("[3,4]")]
    public void Another_attendance_is_refused(string value) => Assert.That(Paths($"\"minAttendance\":{value}"), Is.EqualTo(["minAttendance"]));

    [TestCase("0", 0)]
    [TestCase("10", 10)]
    [TestCase("100", 100)]
    [TestCase("2147483647", int.MaxValue)]
    [TestCase("2147483648", int.MaxValue)]
    [TestCase("123456789012345678901234567890", int.MaxValue)]
    [TestCase("null", null)]
    public void The_largest_spread_is_a_whole_number_or_null(string value, int? limit) =>
        Assert.That(Read($"\"maxSpread\":{value}").OrThrow().MaxSpread, Is.EqualTo(limit));

    [TestCase("-1")]
    [TestCase("10.5")]
    [TestCase("10.0")]
    [TestCase("1e1")]
    [TestCase("\"10\"")]
    [TestCase("true")]
    [TestCase("[]")]
    [TestCase("-123456789012345678901234567890")]
    public void Another_spread_is_refused(string value) => Assert.That(Paths($"\"maxSpread\":{value}"), Is.EqualTo(["maxSpread"]));

    [TestCase("chairRequired", "1")]
    [TestCase("chairRequired", "\"true\"")]
    [TestCase("chairRequired", "null")]
    [TestCase("onSpread", "\"Rescore\"")]
    [TestCase("onSpread", "\"\"")]
    [TestCase("onSpread", "null")]
    [TestCase("onSpread", "true")]
    [TestCase("marksBasis", "\"mean\"")]
    [TestCase("marksBasis", "\"any\"")]
    [TestCase("marksBasis", "[\"majority\"]")]
    [TestCase("marksBasis", "null")]
    [TestCase("knockoutBasis", "\"every-sheet\"")]
    [TestCase("knockoutBasis", "0")]
    [TestCase("knockoutBasis", "null")]
    public void Another_value_is_refused(string name, string value) => Assert.That(Paths($"\"{name}\":{value}"), Is.EqualTo([name]));

    [Test]
    public void An_unknown_property_and_one_given_twice_are_refused()
    {
        Assert.That(Paths("\"maxspread\":10"), Is.EqualTo(["maxspread"]));
        Assert.That(Paths("\"min_attendance\":\"1\",\"maxSpread\":1,\"maxSpread\":1"), Is.EqualTo(["min_attendance", "maxSpread"]));
    }

    [Test]
    public void All_faults_are_listed() => Assert.That(
        Paths("\"x\":1,\"minAttendance\":1,\"chairRequired\":1,\"maxSpread\":-1,\"onSpread\":1,\"marksBasis\":1,\"knockoutBasis\":1"),
        Is.EqualTo(["x", "minAttendance", "chairRequired", "maxSpread", "onSpread", "marksBasis", "knockoutBasis"]));

    [TestCase("{}")]
    [TestCase("""{"schema":"ocop-council-rules/2","x":1}""")]
    [TestCase("""{"schema":null}""")]
    public void The_schema_is_needed(string text) =>
        Assert.That(CouncilRulesReader.Read(Given.Bytes(text)).Faults.Select(fault => fault.Path), Is.EqualTo(["schema"]));

    [Test]
    public void Inside_another_document_the_paths_begin_there()
    {
        using var document = System.Text.Json.JsonDocument.Parse("""{"schema":"ocop-council-rules/1","maxSpread":-1}""");
        Assert.That(CouncilRulesReader.Read(document.RootElement, "councilRules").Faults.Select(fault => fault.Path), Is.EqualTo(["councilRules.maxSpread"]));
        using var none = System.Text.Json.JsonDocument.Parse("[]");
        Assert.That(CouncilRulesReader.Read(none.RootElement, "councilRules").Faults.Select(fault => fault.Path), Is.EqualTo(["councilRules"]));
        using var empty = System.Text.Json.JsonDocument.Parse("{}");
        Assert.That(CouncilRulesReader.Read(empty.RootElement, "councilRules").Faults.Select(fault => fault.Path), Is.EqualTo(["councilRules.schema"]));
    }

    [Test]
    public void Rules_that_no_document_can_state_cannot_be_made()
    {
        Assert.That(() => new CouncilRules { MinAttendance = new Fraction(5, 4) }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new CouncilRules { MinAttendance = new Fraction(-1, 4) }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new CouncilRules { MaxSpread = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
