namespace OcopScoring.Rubrics;

/// <summary>What a seat is in the council.</summary>
public enum SeatRole
{
    Chair,

    /// <summary>Deputies and invited experts too.</summary>
    Member,

    Secretary,
}

/// <summary>One seat of a council, without a name.</summary>
/// <param name="Seat">Unique in the council.</param>
/// <param name="Role">At most one seat is the chair.</param>
/// <param name="Voting">Whether its sheet counts; at least one seat votes.</param>
public sealed record SeatEntry(string Seat, SeatRole Role, bool Voting);
