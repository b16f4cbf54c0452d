using System.Text.Encodings.Web;
using System.Text.Json;

namespace OcopScoring.Cli.Evaluation;

/// <summary>The document that `ocop evaluate --json` prints.</summary>
sealed record EvaluationReport(string Cycle, IReadOnlyList<DossierReport> Dossiers, IReadOnlyList<Mismatch> Mismatches)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsGood => Mismatches.Count == 0 && Dossiers.All(d => d.Error is null);

    public static EvaluationReport Of(string cycle, IReadOnlyList<DossierReport> dossiers, IReadOnlyDictionary<string, Expectation>? expected) =>
        new(cycle, dossiers, [.. (expected ?? new Dictionary<string, Expectation>()).SelectMany(e => Mismatch.Of(e.Key, e.Value, dossiers.FirstOrDefault(d => d.Id == e.Key)))]);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public void WriteTable(TextWriter writer)
    {
        var rows = Dossiers.Select(d => new[]
        {
            d.Id,
            d.State ?? "error",
            d.Task ?? "",
            d.Stars is { } stars ? $"{stars}★" : "",
            d.Mean ?? "",
            d.Certificate is { } certificate ? $"{certificate.Number}  {certificate.File}" : d.Error ?? "",
        }).Prepend(["DOSSIER", "STATE", "TASK", "STARS", "MEAN", "CERTIFICATE"]).ToList();
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => column < 5 ? cell.PadRight(widths[column]) : cell)).TrimEnd());
        foreach (var mismatch in Mismatches)
            writer.WriteLine($"MISMATCH {mismatch.Dossier}: {mismatch.Field} is {mismatch.Actual ?? "null"}, expected {mismatch.Expected ?? "null"}");
    }
}

/// <summary>Where a dossier differs from `expected.json`.</summary>
sealed record Mismatch(string Dossier, string Field, string? Expected, string? Actual)
{
    public static IEnumerable<Mismatch> Of(string id, Expectation expected, DossierReport? actual)
    {
        if (actual is null)
            yield return new Mismatch(id, "dossier", "in the folder", "missing");
        else
        {
            if (expected.State is { } state && state != actual.State)
                yield return new Mismatch(id, "state", state, actual.State);
            if (expected.HasStars && expected.Stars != actual.Stars)
                yield return new Mismatch(id, "stars", Text(expected.Stars), Text(actual.Stars));
        }
    }

    static string? Text(int? stars) => stars?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
