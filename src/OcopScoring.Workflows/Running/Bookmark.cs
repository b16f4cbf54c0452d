using System.Text.Json.Nodes;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows;

/// <summary>A place where an instance waits.</summary>
public sealed record Bookmark
{
    /// <summary>Unique in the instance, counting up from 1, never used again.</summary>
    public required int Id { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Full type name, <c>Ocop.HumanTask</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Type name without namespace, <c>HumanTask</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The evaluated inputs of the activity by their names, a new copy on each call.</summary>
    public JsonObject Inputs => JsonValues.ToObject(InputValues);

    /// <summary>The outcomes by which it can be resumed by hand.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>When it falls due; null when it waits without limit.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The outcome when it falls due; null when it then just stays open.</summary>
    public string? DueOutcome { get; init; }

    /// <summary>When the host should remind, in order of time; all before <see cref="Due"/>.</summary>
    public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    internal Record InputValues { get; init; } = Record.Empty;
}
