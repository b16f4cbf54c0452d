using System.Collections.Immutable;

namespace OcopScoring.Core.Cycles;

/// <summary>A file of a regime with its bytes as they lie on disk: hashes are taken over these.</summary>
public sealed record RegimeFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What <see cref="RegimeFolder.Load"/> found: the folder's content, or null and at least one fault.</summary>
public sealed record RegimeFolderReading(RegimeFolder? Folder, ImmutableArray<RegimeFault> Faults);

/// <summary>
/// A regime's folder: <c>regime.json</c>, its flows (<c>*.workflow.json</c>) and the rubrics it uses, which may lie in the folder of another regime
/// beside it (<c>rubrics.from</c>). Files are in ordinal order of their names; a flow's name is its file's without <c>.workflow.json</c>.
/// </summary>
public sealed record RegimeFolder(Regime Regime, RegimeFile Document, ImmutableArray<RegimeFile> Workflows, ImmutableArray<RegimeFile> Rubrics)
{
    const string WorkflowEnding = ".workflow.json";

    /// <summary>The flow with this name; asking for another is a bug and throws.</summary>
    public RegimeFile Workflow(string name) =>
        Workflows.FirstOrDefault(w => w.Name == name + WorkflowEnding) ?? throw new ArgumentException($"Regime {Regime.Id} has no flow '{name}'.", nameof(name));

    /// <summary>Reads and checks all that lies in the folder, but not what is in the rubrics: that is their own reader's affair.</summary>
    public static RegimeFolderReading Load(string path)
    {
        var file = Path.Combine(path, RegimeReader.FileName);
        if (!File.Exists(file))
            return Refused([new RegimeFault(RegimeReader.FileName, "$", $"is missing in {path}")]);
        var document = Read(file);
        var (regime, faults) = RegimeReader.Read(document.Bytes);
        if (regime is null)
            return Refused(faults);

        var found = new List<RegimeFault>();
        var name = new DirectoryInfo(path).Name;
        if (regime.Id != name)
            found.Add(new RegimeFault(RegimeReader.FileName, "id", $"must be the folder's name, '{name}'"));
        var workflows = Files(path, "*" + WorkflowEnding);
        foreach (var missing in regime.Workflows.Names.Where(n => workflows.All(w => w.Name != n + WorkflowEnding)))
            found.Add(new RegimeFault(RegimeReader.FileName, "workflows", $"names '{missing}', but there is no {missing}{WorkflowEnding}"));
        var rubrics = Files(Path.Combine(path, "..", regime.Rubrics.From, "rubrics"), "*.json");
        if (rubrics.IsEmpty)
            found.Add(new RegimeFault(RegimeReader.FileName, "rubrics.from", $"there are no rubrics in '{regime.Rubrics.From}'"));
        found.AddRange(RegimeFlows.Check(regime, workflows));
        return found.Count == 0 ? new RegimeFolderReading(new RegimeFolder(regime, document, workflows, rubrics), []) : Refused(found);
    }

    static RegimeFolderReading Refused(IEnumerable<RegimeFault> faults) => new(null, [.. faults]);

    static ImmutableArray<RegimeFile> Files(string folder, string pattern) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, pattern).OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal).Select(Read)]
        : [];

    static RegimeFile Read(string file) => new(Path.GetFileName(file), File.ReadAllBytes(file));
}
