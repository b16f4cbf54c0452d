using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.NUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace OcopScoring.Cli.Tests;

/// <summary>The arrows of src/README.md, and rules about code that a compiler does not know.</summary>
public sealed partial class ArchitectureTests
{
    static readonly Dictionary<string, (System.Reflection.Assembly Assembly, string[] MayUse)> Rooms = new()
    {
        ["Rubrics"] = (typeof(Rubrics.Rubric).Assembly, []),
        ["Workflows"] = (typeof(Workflows.WorkflowDefinition).Assembly, []),
        ["Documents"] = (typeof(Documents.CertificateModel).Assembly, []),
        ["Core"] = (typeof(Core.CoreServices).Assembly, ["Rubrics", "Workflows"]),
        ["Web"] = (typeof(Web.WebServer).Assembly, ["Core", "Documents", "Rubrics", "Workflows"]),
    };

    static readonly Architecture House = new ArchLoader().LoadAssemblies([.. Rooms.Values.Select(r => r.Assembly)]).Build();

    static IEnumerable<TestCaseData> Walls =>
        from room in Rooms
        from other in Rooms.Keys
        where other != room.Key && !room.Value.MayUse.Contains(other)
        select new TestCaseData(room.Key, other);

    [TestCaseSource(nameof(Walls))]
    public void A_room_uses_only_the_rooms_below_it(string room, string other) =>
        Types().That().ResideInAssembly(Rooms[room].Assembly).Should().NotDependOnAny(Types().That().ResideInAssembly(Rooms[other].Assembly)).WithoutRequiringPositiveResults().Check(House);

    [Test]
    public void The_pure_rooms_know_no_database_and_no_clock()
    {
        string[] outside = ["Npgsql", "EntityFramework", "Logging"];
        foreach (var room in new[] { "Rubrics", "Workflows" })
            Assert.That(Rooms[room].Assembly.GetReferencedAssemblies().Where(a => outside.Any(o => a.Name!.Contains(o, StringComparison.Ordinal))), Is.Empty, room);
    }

    [Test]
    public void Nobody_asks_the_clock_but_through_TimeProvider() =>
        Assert.That(SourceLines(Clock()), Is.Empty);

    [Test]
    public void No_file_is_longer_than_400_lines() =>
        Assert.That(SourceFiles().Where(f => File.ReadLines(f).Count() > 400).Select(f => Path.GetRelativePath(Repository.Root, f)), Is.Empty);

    [Test]
    public void No_folder_is_called_after_nothing() =>
        Assert.That(SourceFiles().Where(f => Nothing().IsMatch(f)), Is.Empty);

    static IEnumerable<string> SourceLines(Regex pattern) =>
        from file in SourceFiles()
        from line in File.ReadLines(file)
        where pattern.IsMatch(line)
        select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}";

    static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/Migrations/") && !f.Contains("/obj/"));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex("/(Helpers?|Utils?|Common|Misc|Managers?)/")]
    private static partial Regex Nothing();
}
