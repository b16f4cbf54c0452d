namespace OcopScoring.Rubrics;

public enum SheetStatus
{
    Submitted,

    /// <summary>Present but out of this dossier; counts for attendance.</summary>
    Recused,

    Absent,
}

/// <summary>What one seat hands in. Only a submitted sheet has choices and flags.</summary>
public sealed class Sheet
{
    Sheet(string seat, SheetStatus status, Choices? choices, IReadOnlyList<string> flags)
    {
        Seat = seat;
        Status = status;
        Choices = choices;
        Flags = flags;
    }

    public string Seat { get; }

    public SheetStatus Status { get; }

    /// <summary>Not null exactly when the sheet is submitted.</summary>
    public Choices? Choices { get; }

    /// <summary>The knock-outs that the member raises, as listed; what a zero raises by itself is not among them.</summary>
    public IReadOnlyList<string> Flags { get; }

    public static Sheet Submitted(string seat, Choices choices, IReadOnlyList<string>? flags = null)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(choices);
        return new Sheet(seat, SheetStatus.Submitted, choices, flags ?? []);
    }

    public static Sheet Recused(string seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return new Sheet(seat, SheetStatus.Recused, null, []);
    }

    public static Sheet Absent(string seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return new Sheet(seat, SheetStatus.Absent, null, []);
    }
}
