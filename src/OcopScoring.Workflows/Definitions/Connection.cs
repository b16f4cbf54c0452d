namespace OcopScoring.Workflows.Definitions;

/// <summary>A connection of a flowchart. Its index is its place in the document, without repetitions.</summary>
sealed class Connection(int index, ActivityNode source, string? port, ActivityNode target, string path)
{
    public int Index { get; } = index;
    public ActivityNode Source { get; } = source;

    /// <summary>The outcome that is followed; null stands for the default outcome.</summary>
    public string? Port { get; } = port;

    public ActivityNode Target { get; } = target;
    public string Path { get; } = path;

    /// <summary>True when the connection leads back; see <see cref="FlowGraph"/>.</summary>
    public bool IsBackward { get; set; }

    /// <summary>True when every path from the start to the source passes the target, which makes a backward connection legal.</summary>
    public bool IsLegal { get; set; } = true;
}
