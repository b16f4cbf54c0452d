namespace OcopScoring.Cli.Evaluation;

/// <summary>What became of a dossier, as contracts, part 4, prints it.</summary>
/// <param name="State">Null for a dossier that could not be taken in.</param>
/// <param name="Mean">The exact fraction of the last council result.</param>
sealed record DossierReport(
    string Id,
    string? State,
    string? Task,
    int? Stars,
    string? Mean,
    IReadOnlyList<string> Tiers,
    int Rounds,
    CertificateReport? Certificate,
    IReadOnlyList<string> Trace,
    string? Error)
{
    public static DossierReport NotTakenIn(string id, string? error) => new(id, null, null, null, null, [], 0, null, [], error);

    /// <summary>One line for a person.</summary>
    public string Describe() => Error ?? string.Join(" ", new[]
    {
        string.Join(" → ", Trace),
        Trace.Count > 0 ? "⇒" : null,
        State == "waiting" ? $"waiting: {Task}" : State,
        State == "recognised" ? $"{Stars}★ {Certificate?.Number}" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <param name="File">Relative to the output folder.</param>
sealed record CertificateReport(string Number, string IssuedBy, string IssuedOn, string ValidUntil, string File);
