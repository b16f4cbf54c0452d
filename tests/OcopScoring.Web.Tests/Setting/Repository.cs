namespace OcopScoring.Web.Tests.Setting;

/// <summary>The repository that the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OcopScoring.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
