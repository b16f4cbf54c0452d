namespace OcopScoring.Workflows.Definitions;

/// <summary>How an activity completed. The default outcomes match connections without a port and those at <c>Done</c>.</summary>
readonly struct Outcomes
{
    readonly bool isDefault;

    Outcomes(string[] names, bool isDefault)
    {
        Names = names;
        this.isDefault = isDefault;
    }

    public string[] Names { get; }

    public static readonly string[] DoneOnly = ["Done"];

    public static Outcomes Default { get; } = new(DoneOnly, true);

    /// <summary>No outcome at all: every connection is passed over.</summary>
    public static Outcomes None { get; } = new([], false);

    public static Outcomes Of(params string[] names) => new(names, false);

    public bool Follow(Connection connection)
    {
        if (connection.Port is not { } port) return isDefault;
        foreach (string name in Names)
            if (string.Equals(name, port, StringComparison.Ordinal)) return true;
        return false;
    }
}
