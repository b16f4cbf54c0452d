using System.Text.Json.Nodes;

namespace OcopScoring.Workflows;

/// <summary>What a decision did, in the order in which it happened. The host stores and carries out.</summary>
public abstract record Effect
{
    Effect()
    {
    }

    public sealed record BookmarkOpened(Bookmark Bookmark) : Effect;

    /// <param name="BookmarkId">The bookmark, which is gone.</param>
    /// <param name="ActivityId">Its activity.</param>
    /// <param name="Why"><c>resumed</c>, <c>due</c> or <c>cancelled</c>.</param>
    public sealed record BookmarkClosed(int BookmarkId, string ActivityId, string Why) : Effect;

    /// <summary>An activity other than the root completed; a connection without a port follows the outcome <c>Done</c>.</summary>
    public sealed record ActivityCompleted(string ActivityId, IReadOnlyList<string> Outcomes) : Effect;

    /// <summary>A line of <c>Elsa.WriteLine</c>.</summary>
    public sealed record Logged(string Text) : Effect;

    /// <summary>A child workflow is to be started. When a bookmark waits for it, its outputs are the bookmark's result.</summary>
    public sealed record WorkflowDispatched(string ActivityId, string DefinitionId, JsonObject Inputs, string? CorrelationId, int? BookmarkId) : Effect;

    public sealed record IncidentRaised(Incident Incident) : Effect;

    public sealed record IncidentResolved(int IncidentId, string ActivityId, string How) : Effect;

    /// <summary>The instance is over: finished, cancelled, or faulted with nothing left that could go on.</summary>
    public sealed record Ended(WorkflowStatus Status) : Effect;
}

/// <summary>A fault that was kept: the activity stands still until the incident is retried or skipped.</summary>
/// <param name="Id">Unique in the instance, counting up.</param>
/// <param name="ActivityId">The activity that faulted.</param>
/// <param name="Message">One sentence for an administrator.</param>
/// <param name="At">When it happened.</param>
public sealed record Incident(int Id, string ActivityId, string Message, DateTimeOffset At);

/// <summary>A stimulus that changed nothing.</summary>
/// <param name="Code"><c>not-started</c>, <c>started</c>, <c>ended</c>, <c>unknown-bookmark</c>, <c>too-late</c>, <c>unknown-outcome</c>, <c>not-due</c>, <c>unknown-input</c>, <c>bad-input</c>, <c>unknown-incident</c> or <c>bad-result</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record Refusal(string Code, string Message);

/// <summary>The new state with what happened; a refused stimulus gives the old state and no effects.</summary>
public sealed record Decision(WorkflowState State, IReadOnlyList<Effect> Effects, Refusal? Refusal);
