using System.Text.Json;

namespace OcopScoring.Cli.Evaluation;

/// <summary>A cycle's folder: contracts, part 4.</summary>
sealed record CycleFile(
    string Id,
    string Regime,
    string Title,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    string Province,
    IReadOnlyList<Core.Cycles.LocalityInput> Localities);

/// <summary>A dossier as its file has it (`ocop-dossier/1`).</summary>
sealed record DossierFile(
    string File,
    string Id,
    string Kind,
    int ProductSet,
    DateOnly SubmittedOn,
    Core.Dossiers.Product Product,
    Core.Dossiers.ProducerStatement Producer,
    string LocalityCode,
    JsonElement SelfAssessment,
    IReadOnlyList<EvidenceLine> Evidence,
    IReadOnlyList<ScriptEntry> Script,
    string? Previous);

/// <param name="Path">Where it stands in the file: evidence[3].</param>
/// <param name="File">Relative to the cycle's folder.</param>
sealed record EvidenceLine(string Path, string Criterion, string Kind, string Title, string File, DateOnly? IssuedOn, DateOnly? ValidUntil);

/// <summary>What somebody does on a day; an entry with a day alone moves the clock.</summary>
sealed record ScriptEntry(
    string Path,
    DateOnly On,
    string? Task,
    string? Outcome,
    string? Sheets,
    string? Note,
    IReadOnlyList<EvidenceLine> Evidence,
    IReadOnlyDictionary<string, string?> SelfAssessment);

/// <summary>What a dossier is expected to come to; a null member is not compared.</summary>
sealed record Expectation(string? State, bool HasStars, int? Stars);

/// <summary>A file of the folder that is not as it should be: file, JSON path, sentence.</summary>
sealed class FolderFault(string file, string path, string message) : Exception($"{file}: {path}: {message}");
