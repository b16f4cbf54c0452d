#pragma warning disable CA1822
using System.Text.Json.Nodes;
namespace OcopScoring.Workflows;
public sealed record Fault(string Path, string Message);
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<Fault> Faults);
public static class DefinitionReader { public static DefinitionReading Read(ReadOnlyMemory<byte> utf8) => new(new(), []); }
public sealed class WorkflowDefinition { }
public enum WorkflowStatus { Suspended, Finished, Faulted, Cancelled }
public sealed class WorkflowState { public WorkflowStatus Status => 0; public Bookmark? FindBookmark(int id) => null; public static WorkflowState FromJson(ReadOnlyMemory<byte> b, WorkflowDefinition d) => new(); public byte[] ToJson() => []; }
public sealed record Bookmark { public int Id { get; init; } public string ActivityId { get; init; } = ""; public string ActivityType { get; init; } = ""; public JsonObject Inputs { get; init; } = []; public IReadOnlyList<string> Outcomes { get; init; } = []; public DateTimeOffset? Due { get; init; } public string? DueOutcome { get; init; } public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = []; }
public abstract record Stimulus { public sealed record Start(IReadOnlyDictionary<string, JsonNode?> Inputs) : Stimulus; public sealed record Resume(int BookmarkId, string? Outcome, JsonNode? Result) : Stimulus; public sealed record TimerFired(int BookmarkId) : Stimulus; }
public sealed class WorkingCalendar { public WorkingCalendar(IEnumerable<DateOnly> holidays) { } }
public sealed record EngineContext(DateTimeOffset Now, WorkingCalendar Calendar, string InstanceId);
public sealed record Refusal(string Code, string Message);
public abstract record Effect { public sealed record BookmarkOpened(Bookmark Bookmark) : Effect; public sealed record BookmarkClosed(int BookmarkId, string ActivityId, string Why) : Effect; }
public sealed record Decision(WorkflowState State, IReadOnlyList<Effect> Effects, Refusal? Refusal);
public static class Engine { public static Decision Decide(WorkflowDefinition d, WorkflowState? s, Stimulus st, EngineContext c) => new(new(), [], null); }
