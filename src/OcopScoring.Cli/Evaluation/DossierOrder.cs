namespace OcopScoring.Cli.Evaluation;

/// <summary>The order in which dossiers are taken: by day of submission, then id; one that follows another of the folder comes after it.</summary>
static class DossierOrder
{
    public static (IReadOnlyList<DossierFile> Order, IReadOnlyList<DossierReport> Unreadable) Of(string folder)
    {
        var read = new Dictionary<string, DossierFile>(StringComparer.Ordinal);
        var unreadable = new List<DossierReport>();
        foreach (var path in Files(folder))
        {
            var file = $"dossiers/{Path.GetFileName(path)}";
            try
            {
                var dossier = DossierFiles.Read(folder, file);
                if (!read.TryAdd(dossier.Id, dossier))
                    unreadable.Add(DossierReport.NotTakenIn(Path.GetFileNameWithoutExtension(path), $"{file}: id: The id '{dossier.Id}' is that of {read[dossier.Id].File} as well."));
            }
            catch (FolderFault fault)
            {
                unreadable.Add(DossierReport.NotTakenIn(Path.GetFileNameWithoutExtension(path), fault.Message));
            }
        }
        return (Sort(read, unreadable), unreadable);
    }

    static IEnumerable<string> Files(string folder)
    {
        var dossiers = Path.Combine(folder, "dossiers");
        return Directory.Exists(dossiers)
            ? Directory.GetFiles(dossiers, "*.json").Order(StringComparer.Ordinal)
            : throw new FolderFault("dossiers", "$", "This folder is missing.");
    }

    static List<DossierFile> Sort(Dictionary<string, DossierFile> read, List<DossierReport> unreadable)
    {
        var order = new List<DossierFile>();
        var visited = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var dossier in read.Values.OrderBy(d => d.SubmittedOn).ThenBy(d => d.Id, StringComparer.Ordinal))
            Visit(dossier);
        return order;

        // The value says whether the dossier stands in the order; false while what it follows is visited.
        bool Visit(DossierFile dossier)
        {
            if (visited.TryGetValue(dossier.Id, out var placed))
                return placed;
            visited[dossier.Id] = false;
            if (dossier.Previous is { } previous && read.TryGetValue(previous, out var before) && !Visit(before))
            {
                unreadable.Add(DossierReport.NotTakenIn(dossier.Id, $"{dossier.File}: previous: The dossiers '{dossier.Id}' and '{previous}' follow each other in a circle."));
                return false;
            }
            order.Add(dossier);
            return visited[dossier.Id] = true;
        }
    }
}
