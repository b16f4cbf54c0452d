using OcopScoring.Core.Evidence;

namespace OcopScoring.Cli.Evaluation;

/// <summary>Receives the evidence files that a dossier names, from the cycle's folder and nowhere else.</summary>
static class EvidenceFiles
{
    /// <exception cref="Stopped">A file that is missing, lies outside the folder, or is not what its name says.</exception>
    public static async Task<IReadOnlyList<EvidenceInput>> ReceiveAsync(EvidenceIntake intake, string folder, string dossierFile, IReadOnlyList<EvidenceLine> lines, CancellationToken ct)
    {
        var received = new Dictionary<string, ReceivedFile>(StringComparer.Ordinal);
        var inputs = new List<EvidenceInput>();
        foreach (var line in lines)
        {
            if (!received.TryGetValue(line.File, out var file))
            {
                var path = Locate(folder, line.File) ?? throw new Stopped($"{dossierFile}: {line.Path}.file: There is no file '{line.File}' in the folder.");
                await using var stream = File.OpenRead(path);
                var outcome = await intake.ReceiveAsync(line.File, stream, ct);
                if (outcome.Refusal is { } refusal)
                    throw new Stopped($"{dossierFile}: {line.Path}.file: {refusal.Message.En}");
                received.Add(line.File, file = outcome.Value);
            }
            inputs.Add(new EvidenceInput(line.Criterion, line.Kind, line.Title, file, line.IssuedOn, line.ValidUntil));
        }
        return inputs;
    }

    /// <summary>The file's full path; null when it is missing or lies outside the folder.</summary>
    public static string? Locate(string folder, string relative)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, relative));
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }
}
