using System.Text.Json;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// What a regime and its flows must agree on: the tasks with their roles, tiers and outcomes, the notices, the tiers; and nothing in the regime that no
/// flow uses. Whether a flow is sound in itself is the engine's affair.
/// </summary>
public static class RegimeFlows
{
    public static IEnumerable<RegimeFault> Check(Regime regime, IEnumerable<RegimeFile> flows)
    {
        var faults = new List<RegimeFault>();
        var (tasks, notices) = (new HashSet<string>(), new HashSet<string>());
        foreach (var flow in flows)
        {
            try
            {
                using var document = JsonDocument.Parse(flow.Bytes);
                foreach (var step in RegimeStep.AllIn(document.RootElement))
                    faults.AddRange(Check(regime, step, tasks, notices).Select(f => f with { File = flow.Name }));
            }
            catch (JsonException e)
            {
                faults.Add(new RegimeFault(flow.Name, "$", $"is not JSON: {e.Message}"));
            }
        }
        faults.AddRange(Unused("tasks", regime.Tasks.Select(t => t.Id), tasks));
        faults.AddRange(Unused("notices", regime.Notices.Select(n => n.Id), notices));
        return faults;
    }

    static IEnumerable<RegimeFault> Check(Regime regime, RegimeStep step, HashSet<string> tasks, HashSet<string> notices) => step.Type switch
    {
        "Ocop.HumanTask" => Human(regime, step, tasks),
        "Ocop.ScoreByCouncil" => Council(regime, step, tasks),
        "Ocop.Notify" => Notify(regime, step, notices),
        "Ocop.CheckCompleteness" or "Ocop.ForwardToTier" => Tier(regime, step),
        "Ocop.Recognise" => Tier(regime, step).Concat(
            regime.FindTier(step.Text("tier")) is { Recognises.IsEmpty: true } ? [step.Fault("tier", "this tier recognises no stars")] : []),
        _ => [],
    };

    static IEnumerable<RegimeFault> Human(Regime regime, RegimeStep step, HashSet<string> tasks)
    {
        foreach (var fault in Tier(regime, step))
            yield return fault;
        if (regime.FindTask(step.Text("task")) is not { } task)
        {
            yield return step.Fault("task", $"regime.json has no task '{step.Text("task")}'");
            yield break;
        }
        tasks.Add(task.Id);
        if (step.Text("role") != task.Role)
            yield return step.Fault("role", $"must be '{task.Role}' as in regime.json");
        if (task.Tier is { } tier && step.Text("tier") != tier)
            yield return step.Fault("tier", $"must be '{tier}' as in regime.json");
        if (!step.Strings("outcomes").SequenceEqual(task.Outcomes.Select(o => o.Id)))
            yield return step.Fault("outcomes", $"must be {string.Join(", ", task.Outcomes.Select(o => o.Id))} as in regime.json");
        if (step.Text("overdueOutcome") != task.OverdueOutcome?.Id)
            yield return step.Fault("overdueOutcome", $"must be {task.OverdueOutcome?.Id ?? "left out"} as in regime.json");
        if (task.Tier is null && step.Number("dueWorkingDays") != regime.Supplement.WorkingDays)
            yield return step.Fault("dueWorkingDays", $"must be {regime.Supplement.WorkingDays}, the limit of a supplement in regime.json");
        if (step.Has("remindDaysBefore") && !step.Ints("remindDaysBefore").SequenceEqual(regime.ReminderDays))
            yield return step.Fault("remindDaysBefore", "must be the reminderDays of regime.json");
    }

    static IEnumerable<RegimeFault> Council(Regime regime, RegimeStep step, HashSet<string> tasks)
    {
        foreach (var fault in Tier(regime, step))
            yield return fault;
        var id = step.Text("tier") + "-council";
        if (regime.FindTask(id) is not { } task)
        {
            yield return step.Fault("tier", $"regime.json has no task '{id}'");
            yield break;
        }
        tasks.Add(task.Id);
        if (!regime.Tier(task.Tier ?? "").Council)
            yield return step.Fault("tier", "this tier has no council");
        if (!task.Outcomes.Select(o => o.Id).SequenceEqual(["Classified", "Rescore", "NoQuorum", "Disqualified"]))
            yield return step.Fault("tier", $"the outcomes of '{id}' in regime.json are not those of Ocop.ScoreByCouncil");
    }

    static IEnumerable<RegimeFault> Notify(Regime regime, RegimeStep step, HashSet<string> notices)
    {
        if (regime.FindNotice(step.Text("template")) is { } notice)
            notices.Add(notice.Id);
        else
            yield return step.Fault("template", $"regime.json has no notice '{step.Text("template")}'");
        if (regime.FindRole(step.Text("to")) is null)
            yield return step.Fault("to", $"regime.json has no role '{step.Text("to")}'");
    }

    static IEnumerable<RegimeFault> Tier(Regime regime, RegimeStep step) =>
        regime.FindTier(step.Text("tier")) is null ? [step.Fault("tier", $"regime.json has no tier '{step.Text("tier")}'")] : [];

    static IEnumerable<RegimeFault> Unused(string list, IEnumerable<string> ids, HashSet<string> used) => ids
        .Select((id, index) => (id, index))
        .Where(x => !used.Contains(x.id))
        .Select(x => new RegimeFault(RegimeReader.FileName, $"{list}[{x.index}]", $"'{x.id}' is used by no flow"));
}
