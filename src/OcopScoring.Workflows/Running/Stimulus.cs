using System.Text.Json.Nodes;

namespace OcopScoring.Workflows;

/// <summary>What happens to an instance from outside.</summary>
public abstract record Stimulus
{
    Stimulus()
    {
    }

    /// <summary>Begins a new instance. Inputs that are not given are null; an undeclared one is refused.</summary>
    public sealed record Start(IReadOnlyDictionary<string, JsonNode?> Inputs) : Stimulus
    {
        public Start() : this(new Dictionary<string, JsonNode?>())
        {
        }
    }

    /// <summary>Completes what waits at a bookmark.</summary>
    /// <param name="BookmarkId">The bookmark; it is consumed.</param>
    /// <param name="Outcome">One of the bookmark's outcomes; may be null when it has exactly one.</param>
    /// <param name="Result">The activity's first output; null when nothing is given.</param>
    public sealed record Resume(int BookmarkId, string? Outcome = null, JsonNode? Result = null) : Stimulus;

    /// <summary>The due time of a bookmark has passed. Refused before that time, and where nothing follows from it.</summary>
    public sealed record TimerFired(int BookmarkId) : Stimulus;

    /// <summary>Runs the activity of an incident again.</summary>
    public sealed record RetryIncident(int IncidentId) : Stimulus;

    /// <summary>Completes the activity of an incident with one of its outcomes, without running it.</summary>
    public sealed record SkipIncident(int IncidentId, string Outcome) : Stimulus;

    /// <summary>Withdraws everything that is open.</summary>
    public sealed record Cancel : Stimulus;
}

/// <summary>What a decision may depend on besides the state.</summary>
/// <param name="Now">The time of the stimulus.</param>
/// <param name="Calendar">The working days known at that time.</param>
/// <param name="InstanceId">Given to scripts that ask for it.</param>
public sealed record EngineContext(DateTimeOffset Now, WorkingCalendar Calendar, string InstanceId);
