using System.Text;

namespace OcopScoring.Rubrics.Tests;

public sealed class StrictJsonTests
{
    static IEnumerable<TestCaseData> NoJson()
    {
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("empty");
        yield return Case("   ");
        yield return Case("{");
        yield return Case("{} {}");
        yield return Case("{}x");
        yield return Case("{'schema':1}");
        yield return Case("""{"schema":"ocop-rubric/1",}""");
        yield return Case("""{"a":[1,]}""");
        yield return Case("""{"a":1 /* no */}""");
        yield return Case("// no\n{}");
        yield return Case("""{"a":01}""");
        yield return Case("""{"a":NaN}""");
        yield return Case("""{"a":"\x"}""");
        yield return Case("{\"a\":\"line\nbreak\"}");
        yield return Case("[");
        yield return new TestCaseData("\uFEFF{}"u8.ToArray()).SetArgDisplayNames("byte order mark");
        yield return new TestCaseData(Encoding.Unicode.GetBytes("{}")).SetArgDisplayNames("UTF-16");
        yield return new TestCaseData((byte[])[.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).SetArgDisplayNames("invalid UTF-8 in a string");
        yield return new TestCaseData((byte[])[.. "{\"a\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]).SetArgDisplayNames("a surrogate in UTF-8");
        yield return new TestCaseData((byte[])[.. "{\"a\":\""u8, 0xC0, 0x80, .. "\"}"u8]).SetArgDisplayNames("overlong UTF-8");

        static TestCaseData Case(string text) => new TestCaseData(Given.Bytes(text)).SetArgDisplayNames(text);
    }

    [TestCaseSource(nameof(NoJson))]
    public void What_is_no_JSON_is_refused_at_the_document(byte[] bytes)
    {
        var rubric = RubricReader.Read(bytes);
        var rules = CouncilRulesReader.Read(bytes);
        var sheets = ScoreSheetsReader.Read(bytes, Official.Rubric("QD26-11"));
        Assert.That(rubric.Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        Assert.That(rules.Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        Assert.That(sheets.Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        Assert.That(rubric.Faults[0].Message, Does.StartWith("The file ").And.EndWith("."));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("\"ocop-rubric/1\"")]
    [TestCase("[{}]")]
    public void A_root_that_is_no_object_is_refused_at_the_document(string text)
    {
        Assert.That(RubricReader.Read(Given.Bytes(text)).Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        Assert.That(CouncilRulesReader.Read(Given.Bytes(text)).Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        Assert.That(ScoreSheetsReader.Read(Given.Bytes(text), Official.Rubric("QD26-11")).Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
    }

    [Test]
    public void The_message_says_where_JSON_breaks() =>
        Assert.That(RubricReader.Read(Given.Bytes("{\n  \"a\": ?}")).Faults[0].Message, Is.EqualTo("The file is no JSON: it breaks at line 2, byte 8."));

    [Test]
    public void Depth_alone_does_not_make_it_no_JSON()
    {
        var deep = $$"""{"schema":"ocop-council-rules/1","deep":{{new string('[', 5000)}}{{new string(']', 5000)}}}""";
        Assert.That(CouncilRulesReader.Read(Given.Bytes(deep)).Faults.Select(fault => fault.Path), Is.EqualTo(["deep"]));
    }

    [Test]
    public void White_space_around_the_document_is_JSON() =>
        Assert.That(CouncilRulesReader.Read(Given.Bytes(" \r\n\t{\"schema\":\"ocop-council-rules/1\"}\n ")).Ok);

    [Test]
    public void An_escaped_name_is_the_same_name()
    {
        var rules = CouncilRulesReader.Read(Given.Bytes("""{"sch\u0065ma":"ocop-council-rules/1","maxSpread":1,"max\u0053pread":2}"""));
        Assert.That(rules.Faults.Select(fault => fault.ToString()), Is.EqualTo(["maxSpread: The property 'maxSpread' is given twice."]));
    }

    [Test]
    public void Half_a_surrogate_pair_is_no_text()
    {
        var name = CouncilRulesReader.Read(Given.Bytes("""{"schema":"ocop-council-rules/1","\ud800":1}"""));
        Assert.That(name.Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        var before = CouncilRulesReader.Read(Given.Bytes("""{"\ud800":1,"schema":"ocop-council-rules/1"}"""));
        Assert.That(before.Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
        var value = CouncilRulesReader.Read(Given.Bytes("""{"schema":"ocop-council-rules/1","minAttendance":"\udc00"}"""));
        Assert.That(value.Faults.Select(fault => fault.Path), Is.EqualTo(["minAttendance"]));
        var schema = CouncilRulesReader.Read(Given.Bytes("""{"schema":"\ud800"}"""));
        Assert.That(schema.Faults.Select(fault => fault.Path), Is.EqualTo(["schema"]));
    }

    [TestCase("plain", "plain")]
    [TestCase("with space", "$['with space']")]
    [TestCase("1x", "$['1x']")]
    [TestCase("it's", "$['it\\'s']")]
    [TestCase("back\\slash", "$['back\\\\slash']")]
    [TestCase("new\nline", "$['new\\u000aline']")]
    [TestCase("", "$['']")]
    [TestCase("tên", "$['tên']")]
    public void A_name_that_is_no_identifier_stands_in_brackets(string name, string path) =>
        Assert.That(JsonPath.Property(JsonPath.Root, name), Is.EqualTo(path));

    [Test]
    public void Paths_are_joined()
    {
        Assert.That(JsonPath.Property(JsonPath.Element(JsonPath.Property(JsonPath.Root, "parts"), 3), "max"), Is.EqualTo("parts[3].max"));
        Assert.That(JsonPath.Key("sheets[2].choices", "7"), Is.EqualTo("sheets[2].choices['7']"));
        Assert.That(JsonPath.Element(JsonPath.Root, 0), Is.EqualTo("$[0]"));
    }

    [Test]
    public void A_quoted_value_stays_on_its_line_and_short()
    {
        Assert.That(JsonPath.Quoted("a\u2028b\u202Ec\r"), Is.EqualTo("'a\\u2028b\\u202ec\\u000d'"));
        Assert.That(JsonPath.Quoted(new string('x', 60)), Is.EqualTo("'" + new string('x', 60) + "'"));
        Assert.That(JsonPath.Quoted(new string('x', 61)), Is.EqualTo("'" + new string('x', 60) + "…'"));
        Assert.That(JsonPath.Quoted(new string('x', 59) + "😀😀"), Is.EqualTo("'" + new string('x', 59) + "…'"));
    }
}
