using OcopScoring.Cli.Commands;

namespace OcopScoring.Rubrics.Tests.Commands;

public sealed class RubricCommandTests
{
    string folder = null!;

    [SetUp]
    public void Make_a_folder() => folder = Directory.CreateTempSubdirectory("rubrics-").FullName;

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(folder, recursive: true);

    static (int Code, string[] Out, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = RubricCommand.Run(args, output, error);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    string Put(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    [Test]
    public void The_tea_rubric_prints_the_line_of_the_contract()
    {
        var (code, lines, error) = Run("check", Official.File("QD26-11"));
        Assert.That(code, Is.Zero);
        Assert.That(lines, Is.EqualTo(["OK QD26-11 \"Chè tươi, chè chế biến\" leaves=32 options=106 marks=8/12/3 points=100=40+25+35"]));
        Assert.That(error, Is.Empty);
    }

    [TestCase("QD26-01", 32, "7/12/3")]
    [TestCase("QD26-02", 31, "7/13/6")]
    [TestCase("QD26-03", 32, "7/14/6")]
    [TestCase("QD26-04", 32, "7/14/6")]
    [TestCase("QD26-05", 31, "8/13/5")]
    [TestCase("QD26-06", 32, "8/13/5")]
    [TestCase("QD26-07", 32, "8/14/6")]
    [TestCase("QD26-08", 32, "8/14/6")]
    [TestCase("QD26-09", 31, "8/14/6")]
    [TestCase("QD26-10", 32, "8/13/6")]
    [TestCase("QD26-12", 32, "8/14/3")]
    [TestCase("QD26-13", 34, "8/10/3")]
    [TestCase("QD26-14", 29, "8/10/3")]
    [TestCase("QD26-15", 29, "8/13/3")]
    [TestCase("QD26-16", 29, "7/9/4")]
    [TestCase("QD26-17", 29, "8/12/3")]
    [TestCase("QD26-18", 31, "7/10/3")]
    [TestCase("QD26-19", 30, "7/10/3")]
    [TestCase("QD26-20", 30, "7/10/3")]
    [TestCase("QD26-21", 28, "7/9/4")]
    [TestCase("QD26-22", 28, "6/8/4")]
    [TestCase("QD26-23", 26, "5/11/4")]
    [TestCase("QD26-24", 26, "4/7/5")]
    [TestCase("QD26-25", 25, "4/9/3")]
    [TestCase("QD26-26", 32, "1/2/0")]
    public void Leaves_and_marks_are_those_of_the_act(string set, int leaves, string marks)
    {
        var (_, lines, _) = Run("check", Official.File(set));
        Assert.That(lines.Single(), Does.StartWith($"OK {set} ").And.Contain($" leaves={leaves} ").And.Contain($" marks={marks} ").And.EndsWith(" points=100=40+25+35"));
    }

    [Test]
    public void The_older_act_divides_its_points_otherwise() =>
        Assert.That(Run("check", Official.File("QD1048-12")).Out, Is.EqualTo(["OK QD1048-12 \"Chè tươi, chế biến\" leaves=31 options=113 marks=0/0/0 points=100=35+25+40"]));

    [Test]
    public void A_label_stays_on_its_line()
    {
        var json = Official.Json("QD26-11");
        json["label_vi"] = "Chè \"Ví Dụ\"\nloại 1";
        Assert.That(Run("check", Put("x.json", Given.Bytes(json))).Out.Single(), Does.StartWith("OK QD26-11 \"Chè \\\"Ví Dụ\\\"\\nloại 1\" leaves=32 "));
    }

    [Test]
    public void A_folder_is_read_with_all_folders_below_it_in_order()
    {
        Put("b/deep/tea.json", Official.Bytes("QD26-11"));
        Put("a.json", Official.Bytes("QD26-26"));
        Put(".hidden/old.json", Official.Bytes("QD1048-01"));
        Put("b/readme.md", "no rubric"u8.ToArray());
        var (code, lines, _) = Run("check", folder, Official.File("QD26-12"));
        Assert.That(code, Is.Zero);
        Assert.That(lines.Select(line => line.Split(' ')[1]), Is.EqualTo(["QD1048-01", "QD26-26", "QD26-11", "QD26-12"]));
    }

    [Test]
    public void A_bad_file_prints_a_line_for_each_fault_and_the_good_ones_still_stand()
    {
        var json = Official.Json("QD26-11");
        json["total_max"] = 99;
        json["set_no"] = "11";
        var bad = Put("bad.json", Given.Bytes(json));
        var other = Put("c/other.json", "{\"schema\":\"ocop-regime/1\"}"u8.ToArray());
        Put("d.json", Official.Bytes("QD26-26"));
        var (code, lines, _) = Run("check", folder);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines[..3], Is.EqualTo(
        [
            $"BAD {bad}: set_no: A whole number of at least 1 is expected here, not the string '11'.",
            $"BAD {bad}: total_max: The leaves of the rubric have 100 points together, not 99.",
            $"BAD {other}: schema: The schema must be 'ocop-rubric/1', not the string 'ocop-regime/1'.",
        ]));
        Assert.That(lines[3], Does.StartWith("OK QD26-26 "));
    }

    [Test]
    public void What_cannot_be_read_is_bad()
    {
        var missing = Path.Combine(folder, "none.json");
        Assert.That(Run("check", missing), Is.EqualTo((1, new[] { $"BAD {missing}: $: There is no such file." }, "")).Using<(int, string[], string)>(Same));
        Assert.That(Run("check", "").Out, Is.EqualTo(["BAD : $: There is no such file."]));
        Assert.That(Run("check", folder).Code, Is.EqualTo(1), "a folder without rubrics checks nothing");
        Assert.That(Run("check", folder).Out.Single(), Does.StartWith($"BAD {folder}: $: "));
        var text = Put("x.txt", "text"u8.ToArray());
        Assert.That(Run("check", text).Out.Single(), Is.EqualTo($"BAD {text}: $: The file is no JSON: it breaks at line 1, byte 2."));

        static bool Same((int, string[], string) a, (int, string[], string) b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2) && a.Item3 == b.Item3;
    }

    [TestCase]
    [TestCase("check")]
    [TestCase("list")]
    [TestCase("Check", "x.json")]
    [TestCase("check", "--json", "x.json")]
    [TestCase("check", "x.json", "-v")]
    public void Wrong_use_is_told_on_standard_error(params string[] args)
    {
        var (code, lines, error) = Run(args);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(lines, Is.Empty);
        Assert.That(error, Does.Contain("Usage: ocop rubric check PATH..."));
    }
}
