using OcopScoring.Core.Cycles;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>The regimes as they lie in the repository.</summary>
static class RegimesThatShip
{
    public static string[] Ids { get; } = ["qd26-2026", "qd148-2023", "qd1048-2019"];

    public static string Root { get; } = Find();

    public static string Path(string id) => System.IO.Path.Combine(Root, id);

    public static RegimeFolder Load(string id)
    {
        var (folder, faults) = RegimeFolder.Load(Path(id));
        Assert.That(faults, Is.Empty);
        return folder!;
    }

    static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "OcopScoring.sln")))
                return System.IO.Path.Combine(folder.FullName, "workflows");
        }
        throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
