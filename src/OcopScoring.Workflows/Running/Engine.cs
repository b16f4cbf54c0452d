using System.Text.Json.Nodes;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows;

/// <summary>Decides what a stimulus does to an instance. Pure: the same arguments give the same decision, and the given state is never changed.</summary>
public static class Engine
{
    /// <param name="definition">The version with which the instance started.</param>
    /// <param name="state">Null for <see cref="Stimulus.Start"/> only.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="context">The time and calendar of the stimulus.</param>
    public static Decision Decide(WorkflowDefinition definition, WorkflowState? state, Stimulus stimulus, EngineContext context)
    {
        if (stimulus is Stimulus.Start start)
        {
            return state is null
                ? Begin(definition, start, context)
                : Refused(state, "started", "The instance has already started.");
        }

        if (state is null) return Refused(new WorkflowState(definition), "not-started", "The instance has not started.");
        if (stimulus is Stimulus.Resume or Stimulus.TimerFired) return Wake(state, stimulus, context);
        if (state.Root is null) return Refused(state, "ended", "The instance is over.");
        return stimulus switch
        {
            Stimulus.RetryIncident retry => Repair(state, retry.IncidentId, null, context),
            Stimulus.SkipIncident skip => Repair(state, skip.IncidentId, skip.Outcome, context),
            _ => Cancel(state, context),
        };
    }

    static Decision Refused(WorkflowState state, string code, string message) => new(state, [], new Refusal(code, message));

    static bool TryRead(JsonNode? node, out Value value)
    {
        value = Value.Null;
        try
        {
            value = JsonValues.FromOutside(node);
            return !value.IsDeeperThan(Limits.StoredDepth);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    static Decision Begin(WorkflowDefinition definition, Stimulus.Start start, EngineContext context)
    {
        var state = new WorkflowState(definition);
        foreach ((string name, JsonNode? value) in start.Inputs)
        {
            int index = definition.InputIndex(name);
            if (index < 0) return Refused(state, "unknown-input", $"The definition has no input '{name}'.");
            if (!TryRead(value, out state.InputValues[index])) return Refused(state, "bad-input", $"The value of the input '{name}' is no valid JSON.");
        }

        var burst = new Burst(state, context);
        burst.Begin();
        return Settle(burst);
    }

    static Decision Wake(WorkflowState state, Stimulus stimulus, EngineContext context)
    {
        int id = stimulus is Stimulus.Resume resumed ? resumed.BookmarkId : ((Stimulus.TimerFired)stimulus).BookmarkId;
        WorkflowState next = state.Copy();
        Frame? frame = next.Root?.WithBookmark(id);
        if (frame?.Bookmark is not { } bookmark)
        {
            return id > 0 && id <= state.LastBookmarkId
                ? Refused(state, "too-late", $"Bookmark {id} was resumed or withdrawn before.")
                : Refused(state, "unknown-bookmark", $"There is no bookmark {id}.");
        }

        string? outcome;
        JsonNode? result = null;
        if (stimulus is Stimulus.Resume resume)
        {
            outcome = resume.Outcome ?? (bookmark.Outcomes.Count == 1 ? bookmark.Outcomes[0] : null);
            result = resume.Result;
            if (outcome is null) return Refused(state, "unknown-outcome", $"'{bookmark.ActivityId}' needs one of its outcomes: {string.Join(", ", bookmark.Outcomes)}.");
            if (!bookmark.Outcomes.Contains(outcome, StringComparer.Ordinal))
                return Refused(state, "unknown-outcome", $"'{bookmark.ActivityId}' has no outcome '{outcome}', only {string.Join(", ", bookmark.Outcomes)}.");
        }
        else
        {
            outcome = bookmark.DueOutcome;
            if (outcome is null || bookmark.Due is not { } due || due > context.Now)
                return Refused(state, "not-due", $"Nothing of '{bookmark.ActivityId}' is due.");
        }

        if (!TryRead(result, out Value given)) return Refused(state, "bad-result", "The result is no valid JSON.");
        return Resume(state, new Burst(next, context), frame, outcome, given, stimulus is Stimulus.Resume ? "resumed" : "due");
    }

    static Decision Resume(WorkflowState before, Burst burst, Frame frame, string outcome, in Value result, string why)
    {
        Bookmark bookmark = frame.Bookmark!;
        frame.Bookmark = null;
        burst.Effects.Add(new Effect.BookmarkClosed(bookmark.Id, bookmark.ActivityId, why));
        try
        {
            if (frame.Node.Outputs.Length > 0) burst.SetOutput(frame, 0, result);
        }
        catch (ScriptFailure failure)
        {
            return Refused(before, "bad-result", $"The result does not fit: {failure.Message}.");
        }

        try
        {
            frame.Node.Behaviour.Resume(burst, frame, outcome);
        }
        catch (ScriptFailure failure)
        {
            burst.RaiseIncident(frame, failure.Message);
        }

        burst.Drain();
        return Settle(burst);
    }

    static Decision Repair(WorkflowState state, int incidentId, string? outcome, EngineContext context)
    {
        WorkflowState next = state.Copy();
        Frame? frame = incidentId == 0 ? null : next.Root!.All().FirstOrDefault(each => each.IncidentId == incidentId);
        if (frame is null) return Refused(state, "unknown-incident", $"There is no open incident {incidentId}.");
        if (outcome is not null && !frame.Node.Outcomes.Contains(outcome, StringComparer.Ordinal))
            return Refused(state, "unknown-outcome", $"'{frame.Node.Id}' has no outcome '{outcome}', only {string.Join(", ", frame.Node.Outcomes)}.");
        var burst = new Burst(next, context);
        next.OpenIncidents.RemoveAll(incident => incident.Id == incidentId);
        burst.Effects.Add(new Effect.IncidentResolved(incidentId, frame.Node.Id, outcome is null ? "retried" : "skipped"));
        frame.IncidentId = 0;
        if (outcome is null)
        {
            frame.Reset();
            burst.Execute(frame);
        }
        else
        {
            try
            {
                burst.Complete(frame, frame.Node.Behaviour.ToOutcomes(outcome));
            }
            catch (ScriptFailure failure)
            {
                burst.RaiseIncident(frame, failure.Message);
            }
        }

        burst.Drain();
        return Settle(burst);
    }

    static Decision Cancel(WorkflowState state, EngineContext context)
    {
        var burst = new Burst(state.Copy(), context);
        burst.EndAll();
        burst.State.Status = WorkflowStatus.Cancelled;
        burst.Effects.Add(new Effect.Ended(WorkflowStatus.Cancelled));
        return new Decision(burst.State, burst.Effects, null);
    }

    static Decision Settle(Burst burst)
    {
        WorkflowState state = burst.State;
        bool hasIncident = state.OpenIncidents.Count > 0;
        bool faultsAtOnce = state.Definition.IncidentStrategy == IncidentStrategy.Fault;
        bool waits = state.Root is not null && state.Root.Waits();
        state.Status =
            hasIncident && faultsAtOnce ? WorkflowStatus.Faulted
            : state.Root is null ? WorkflowStatus.Finished
            : waits ? WorkflowStatus.Suspended
            : WorkflowStatus.Faulted;
        if (state.Root is null) burst.Effects.Add(new Effect.Ended(state.Status));
        return new Decision(state, burst.Effects, null);
    }
}
