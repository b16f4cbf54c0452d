using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Tests.Cycles;

/// <summary>
/// One dossier on its way through the real engine, with a host that only takes notes. A step is <c>task:Outcome</c>, for a council's result with its
/// stars: <c>province-council:Classified=4</c>. A walk is never changed: each step gives a new one, so that many can go on from the same place.
/// </summary>
sealed record RegimeWalk
{
    static readonly ConcurrentDictionary<(string Regime, string Flow), WorkflowDefinition> Definitions = new();
    static readonly DateTimeOffset MondayMorning = new(2026, 6, 1, 2, 0, 0, TimeSpan.Zero);

    readonly WorkflowDefinition definition;
    readonly WorkflowState state;
    readonly DateTimeOffset now = MondayMorning;

    RegimeWalk(WorkflowDefinition definition, Decision begun) => (this.definition, state) = (definition, begun.State);

    /// <summary>The notices that were sent: <c>template to role</c>.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    /// <summary>The tiers to which the dossier was passed.</summary>
    public IReadOnlyList<string> Forwarded { get; private init; } = [];

    /// <summary><c>TIER stars</c> of each recognition; never more than one.</summary>
    public IReadOnlyList<string> Recognised { get; private init; } = [];

    /// <summary>The results with which the dossier was closed; never more than one.</summary>
    public IReadOnlyList<string> Closed { get; private init; } = [];

    /// <summary>Every <c>activity:outcome</c> that was taken.</summary>
    public IReadOnlyList<string> Taken { get; private init; } = [];

    public static WorkflowDefinition Definition(string regime, string flow) => Definitions.GetOrAdd((regime, flow), key =>
    {
        var (definition, faults) = DefinitionReader.Read(RegimesThatShip.Load(key.Regime).Workflow(key.Flow).Bytes);
        Assert.That(faults, Is.Empty);
        return definition!;
    });

    /// <summary>A dossier that was just handed in; its check for completeness is the first step, <c>completeness:Complete</c> or <c>:Incomplete</c>.</summary>
    public static RegimeWalk HandedIn(string regime, string kind = "first", int previousStars = 0, int productSet = 11)
    {
        var definition = Definition(regime, RegimesThatShip.Load(regime).Regime.Workflows.For(kind));
        var inputs = new Dictionary<string, JsonNode?> { ["kind"] = kind, ["productSet"] = productSet, ["tourism"] = productSet == 26, ["previousStars"] = previousStars };
        return new RegimeWalk(definition, Accepted(Engine.Decide(definition, null, new Stimulus.Start(inputs), At(MondayMorning))));
    }

    /// <summary>A dossier that is complete and lies with the commune.</summary>
    public static RegimeWalk Complete(string regime, string kind = "first", int previousStars = 0) =>
        HandedIn(regime, kind, previousStars).Do("completeness:Complete");

    /// <summary>The task that is open, <c>completeness</c> before the first, or null at the end.</summary>
    public string? Task => Place is { } place ? TaskOf(place) : null;

    /// <summary>The activity that waits; it tells the supplements apart.</summary>
    public string? Activity => Place?.ActivityId;

    public DateTimeOffset? Due => Place?.Due;

    public IReadOnlyList<DateTimeOffset> Reminders => Place?.Reminders ?? [];

    public IReadOnlyList<string> Outcomes => Place?.Outcomes ?? [];

    public string? OverdueOutcome => Place?.DueOutcome;

    public JsonObject Inputs => Place!.Inputs;

    public int Stars => int.Parse(state.Variables["Stars"]!.ToString(), CultureInfo.InvariantCulture);

    public bool Ended => state.Status == WorkflowStatus.Finished;

    Bookmark? Place => state.Bookmarks.SingleOrDefault();

    public RegimeWalk Do(params string[] steps) => steps.Aggregate(this, (walk, step) => walk.Step(step));

    /// <summary>Moves the clock; what has fallen due happens.</summary>
    public RegimeWalk At(string instant)
    {
        var moved = new RegimeWalk(this, state, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        return Place is { Due: { } due, DueOutcome: not null } place && due <= moved.now
            ? moved.Decide(new Stimulus.TimerFired(place.Id)).Settle()
            : moved;
    }

    RegimeWalk(RegimeWalk before, WorkflowState state, DateTimeOffset now) : this(before) => (this.state, this.now) = (state, now);

    RegimeWalk Step(string step)
    {
        var (task, outcome, stars) = Parse(step);
        Assert.That(Task, Is.EqualTo(task), $"before {step}");
        var result = stars is null ? null : new JsonObject { ["status"] = "classified", ["stars"] = stars };
        return Decide(new Stimulus.Resume(Place!.Id, outcome, result)).Settle();
    }

    static (string Task, string Outcome, int? Stars) Parse(string step)
    {
        var parts = step.Split(':', '=');
        return (parts[0], parts[1], parts.Length > 2 ? parts[2][0] - '0' : null);
    }

    /// <summary>Carries out what needs nobody, and takes note of it.</summary>
    RegimeWalk Settle()
    {
        Assert.That(state.Incidents, Is.Empty);
        Assert.That(state.Bookmarks, Has.Count.LessThanOrEqualTo(1), "a dossier is in one place");
        if (Place is not { } place)
        {
            Assert.That(state.Status, Is.EqualTo(WorkflowStatus.Finished));
            return this;
        }
        string Input(string name) => place.Inputs[name]!.ToString();
        var noted = place.ActivityType switch
        {
            "Ocop.Notify" => this with { Notices = [.. Notices, $"{Input("template")} to {Input("to")}"] },
            "Ocop.ForwardToTier" => this with { Forwarded = [.. Forwarded, Input("tier")] },
            "Ocop.Recognise" => this with { Recognised = [.. Recognised, $"{Input("tier")} {Input("stars")}"] },
            "Ocop.CloseDossier" => this with { Closed = [.. Closed, Input("result")] },
            _ => null,
        };
        return noted is null ? this : noted.Decide(new Stimulus.Resume(place.Id)).Settle();
    }

    RegimeWalk Decide(Stimulus stimulus)
    {
        var decision = Accepted(Engine.Decide(definition, state, stimulus, At(now)));
        return new RegimeWalk(this, decision.State, now)
        {
            Taken = [.. Taken, .. decision.Effects.OfType<Effect.ActivityCompleted>().SelectMany(e => e.Outcomes.Select(o => $"{e.ActivityId}:{o}"))],
        };
    }

    static Decision Accepted(Decision decision)
    {
        Assert.That(decision.Refusal, Is.Null);
        return decision;
    }

    static string TaskOf(Bookmark place) => place.ActivityType switch
    {
        "Ocop.HumanTask" => place.Inputs["task"]!.GetValue<string>(),
        "Ocop.ScoreByCouncil" => $"{place.Inputs["tier"]!.GetValue<string>()}-council",
        _ => place.ActivityId,
    };

    static EngineContext At(DateTimeOffset now) => new(now, WorkingCalendar.Plain, "dossier");
}
