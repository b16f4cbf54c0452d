namespace OcopScoring.Workflows.Reading;

sealed class FaultList
{
    readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    public void Add(string path, string? subject, string message) =>
        faults.Add(new Fault(path, subject is null ? Sentence(message) : $"{subject}: {message}."));

    static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message[1..] + ".";
}
