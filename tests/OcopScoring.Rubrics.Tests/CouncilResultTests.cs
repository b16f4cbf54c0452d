using System.Text.Json.Nodes;

namespace OcopScoring.Rubrics.Tests;

public sealed class CouncilResultTests
{
    static readonly CouncilResult Example = new()
    {
        Rubric = "QD26-11",
        Status = CouncilStatus.Classified,
        Voting = 7,
        Counted = 5,
        Attendance = new Fraction(6, 7),
        Mean = new Fraction(412, 5),
        Parts = new PartMeans(new Fraction(166, 5), 20, new Fraction(146, 5)),
        Spread = 6,
        StarsByPoints = 4,
        StarCap = 3,
        UnmetMarks = [new UnmetMark("3.4", 4, 2, new Fraction(8, 5))],
        Flags = [],
    };

    [Test]
    public void The_document_is_that_of_the_contract() => Assert.That(Example.ToJson(), Is.EqualTo(
        """{"rubric":"QD26-11","status":"classified","voting":7,"counted":5,"attendance":"6/7","mean":"412/5","meanDecimal":"82.4000","parts":{"A":"166/5","B":"20","C":"146/5"},"spread":6,"starsByPoints":4,"starCap":3,"stars":3,"certifiable":true,"unmetMarks":[{"criterion":"3.4","star":4,"minPoints":2,"value":"8/5"}],"flags":[]}"""));

    [Test]
    public void It_is_read_back_as_it_was()
    {
        var read = CouncilResult.FromJson(Given.Bytes(Example.ToJson())).OrThrow();
        Assert.That(read, Is.EqualTo(Example));
        Assert.That(read.GetHashCode(), Is.EqualTo(Example.GetHashCode()));
        Assert.That(read with { Flags = ["KO_X"] }, Is.Not.EqualTo(Example));
        Assert.That(read with { UnmetMarks = null }, Is.Not.EqualTo(Example));
        Assert.That(read with { UnmetMarks = [] }, Is.Not.EqualTo(Example with { UnmetMarks = null }));
    }

    [TestCase("rubric", "1", "rubric")]
    [TestCase("status", "\"done\"", "status")]
    [TestCase("voting", "0", "voting")]
    [TestCase("counted", "-1", "counted")]
    [TestCase("attendance", "\"12/14\"", "attendance")]
    [TestCase("attendance", "null", "attendance")]
    [TestCase("mean", "\"82.4\"", "mean")]
    [TestCase("mean", "82", "mean")]
    [TestCase("meanDecimal", "\"82.4001\"", "meanDecimal")]
    [TestCase("meanDecimal", "null", "meanDecimal")]
    [TestCase("parts", "[]", "parts")]
    [TestCase("parts", "{\"A\":\"1\",\"B\":\"2\"}", "parts.C")]
    [TestCase("spread", "\"6\"", "spread")]
    [TestCase("stars", "4", "stars")]
    [TestCase("stars", "null", "stars")]
    [TestCase("certifiable", "false", "certifiable")]
    [TestCase("unmetMarks", "{}", "unmetMarks")]
    [TestCase("unmetMarks", "[{\"criterion\":\"3.4\",\"star\":4,\"minPoints\":2,\"value\":\"16/10\"}]", "unmetMarks[0].value")]
    [TestCase("unmetMarks", "[1]", "unmetMarks[0]")]
    [TestCase("flags", "null", "flags")]
    [TestCase("flags", "[1]", "flags[0]")]
    public void A_changed_field_is_refused_at_its_place(string name, string value, string path)
    {
        var json = Given.Json(Example.ToJson());
        json[name] = JsonNode.Parse(value);
        Assert.That(CouncilResult.FromJson(Given.Bytes(json)).Faults.Select(fault => fault.Path).Distinct(), Is.EqualTo([path]));
    }

    [Test]
    public void Every_field_is_needed_and_no_other_is_known()
    {
        foreach (var name in Given.Json(Example.ToJson()).Select(property => property.Key))
        {
            var json = Given.Json(Example.ToJson());
            json.Remove(name);
            Assert.That(CouncilResult.FromJson(Given.Bytes(json)).Faults.Select(fault => fault.Path).Distinct(), Is.EqualTo([name]));
        }

        var more = Given.Json(Example.ToJson());
        more["more"] = 1;
        Assert.That(CouncilResult.FromJson(Given.Bytes(more)).Faults.Select(fault => fault.Path), Is.EqualTo(["more"]));
        Assert.That(CouncilResult.FromJson(Given.Bytes("[]")).Faults.Select(fault => fault.Path), Is.EqualTo(["$"]));
    }
}
