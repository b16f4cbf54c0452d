using System.Globalization;
using System.Text.Json.Nodes;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows;

/// <summary>
/// Runs one instance in memory with a virtual clock that begins at 2026-01-05T08:00:00Z and a calendar without holidays (contracts.md,
/// part 3). The state goes through JSON after every burst, as it does in a host.
/// </summary>
public sealed class Rehearsal(WorkflowDefinition definition)
{
    const int MostTimers = 100_000;

    readonly List<string> trace = [];
    readonly List<string> log = [];
    WorkflowState? state;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Ids of the activities in the order in which they completed, without the root.</summary>
    public IReadOnlyList<string> Trace => trace;

    public IReadOnlyList<string> Log => log;

    /// <exception cref="InvalidOperationException">The rehearsal has not started.</exception>
    public WorkflowState State => state ?? throw new InvalidOperationException("The rehearsal has not started.");

    public Refusal? Start(IReadOnlyDictionary<string, JsonNode?> inputs) => Take(new Stimulus.Start(inputs));

    /// <summary>Resumes the oldest open bookmark of an activity.</summary>
    /// <returns>Null, or why nothing happened.</returns>
    public Refusal? Resume(string activityId, string? outcome, JsonNode? result)
    {
        if (State.Bookmarks.FirstOrDefault(each => each.ActivityId == activityId) is not { } bookmark)
        {
            string known = definition.Find(activityId) is null ? $"There is no activity '{activityId}'." : $"The activity '{activityId}' has no open bookmark.";
            return new Refusal("unknown-bookmark", known);
        }

        return Take(new Stimulus.Resume(bookmark.Id, outcome, result));
    }

    /// <summary>Moves the clock and fires what falls due on the way, in the order of the due times and each at its own.</summary>
    public Refusal? MoveTo(DateTimeOffset time)
    {
        if (time < Now) return new Refusal("earlier", string.Create(CultureInfo.InvariantCulture, $"The clock stands at {Instant(Now)} and cannot go back to {Instant(time)}."));
        for (int fired = 0; Next(time) is { } due; fired++)
        {
            if (fired == MostTimers) return new Refusal("endless", "More than 100,000 timers fell due on the way.");
            if (due.Due > Now) Now = due.Due.Value;
            if (Take(new Stimulus.TimerFired(due.Id)) is { } refusal) return refusal;
        }

        Now = time;
        return null;
    }

    Bookmark? Next(DateTimeOffset until) =>
        State.Bookmarks.Where(each => each.DueOutcome is not null && each.Due <= until).OrderBy(each => each.Due).ThenBy(each => each.Id).FirstOrDefault();

    Refusal? Take(Stimulus stimulus)
    {
        Decision decision = Engine.Decide(definition, state, stimulus, new EngineContext(Now, WorkingCalendar.Plain, "rehearsal"));
        if (decision.Refusal is not null) return decision.Refusal;
        foreach (Effect effect in decision.Effects)
        {
            if (effect is Effect.ActivityCompleted completed) trace.Add(completed.ActivityId);
            else if (effect is Effect.Logged line) log.Add(line.Text);
        }

        state = WorkflowState.FromJson(decision.State.ToJson(), definition);
        return null;
    }

    /// <summary>The document of <c>ocop workflow run --json</c>.</summary>
    public JsonObject Report() => new()
    {
        ["definitionId"] = definition.DefinitionId,
        ["version"] = definition.Version,
        ["status"] = StateWriter.StatusText(State.Status),
        ["trace"] = Texts(trace),
        ["bookmarks"] = new JsonArray([.. State.Bookmarks.Select(each => (JsonNode)new JsonObject
        {
            ["activity"] = each.ActivityId,
            ["name"] = each.Name,
            ["due"] = each.Due is { } due ? Instant(due) : null,
            ["outcomes"] = Texts(each.Outcomes),
        })]),
        ["variables"] = new JsonObject(State.Variables),
        ["outputs"] = new JsonObject(State.Outputs),
        ["incidents"] = new JsonArray([.. State.Incidents.Select(each => (JsonNode)new JsonObject { ["activity"] = each.ActivityId, ["message"] = each.Message })]),
        ["log"] = Texts(log),
    };

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
