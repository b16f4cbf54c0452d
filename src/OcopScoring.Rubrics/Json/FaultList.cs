namespace OcopScoring.Rubrics;

/// <summary>Collects the faults of one document while it is read.</summary>
public sealed class FaultList
{
    readonly List<Fault> faults = [];

    public int Count => faults.Count;

    public void Add(string path, string message) => faults.Add(new Fault(path, message));

    public void AddRange(IEnumerable<Fault> more) => faults.AddRange(more);

    public IReadOnlyList<Fault> ToList() => [.. faults];

    /// <summary>The value when nothing was refused, otherwise the faults.</summary>
    public Reading<T> Result<T>(Func<T> build)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(build);
        return Count == 0 ? Reading.Of(build()) : Reading.Refused<T>(ToList());
    }
}
