namespace OcopScoring.Rubrics;

/// <summary>What reading a document gave: either a value or at least one fault, never both.</summary>
public sealed class Reading<T>
    where T : class
{
    internal Reading(T? value, IReadOnlyList<Fault> faults)
    {
        Value = value;
        Faults = faults;
    }

    /// <summary>Not null exactly when <see cref="Ok"/>.</summary>
    public T? Value { get; }

    /// <summary>All refused places in the order in which they were found; empty exactly when <see cref="Ok"/>.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Value is not null;

    /// <summary>The value, for input that the caller has already accepted once.</summary>
    /// <exception cref="InvalidDataException">There are faults; the message lists them.</exception>
    public T OrThrow() => Value ?? throw new InvalidDataException(string.Join(Environment.NewLine, Faults));
}

/// <summary>Makes readings.</summary>
public static class Reading
{
    public static Reading<T> Of<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Reading<T>(value, []);
    }

    /// <exception cref="ArgumentException">There is no fault.</exception>
    public static Reading<T> Refused<T>(IReadOnlyList<Fault> faults)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count == 0) throw new ArgumentException("A refused reading has at least one fault.", nameof(faults));
        return new Reading<T>(null, faults);
    }
}
