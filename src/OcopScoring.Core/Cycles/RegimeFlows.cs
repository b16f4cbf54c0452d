using System.Globalization;
using System.Text.Json.Nodes;
using OcopScoring.Workflows;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// What a regime and its flows must agree on: the tasks with their roles, tiers and outcomes, the notices, the tiers; and nothing in the regime that no
/// flow uses. The flows are read strictly by the engine; whether one is sound in itself is the engine's affair too.
/// </summary>
public static class RegimeFlows
{
    static readonly string[] CouncilOutcomes = ["Classified", "Rescore", "NoQuorum", "Disqualified"];

    public static IEnumerable<RegimeFault> Check(Regime regime, IEnumerable<RegimeFile> flows)
    {
        var faults = new List<RegimeFault>();
        var (tasks, notices, whole) = (new HashSet<string>(), new HashSet<string>(), true);
        foreach (var flow in flows)
        {
            var (definition, refused) = DefinitionReader.Read(flow.Bytes);
            whole &= definition is not null;
            faults.AddRange(refused.Select(f => new RegimeFault(flow.Name, f.Path, f.Message)));
            faults.AddRange((definition?.Activities ?? []).SelectMany(a => Check(regime, a, tasks, notices)).Select(f => f with { File = flow.Name }));
        }
        if (whole)
        {
            faults.AddRange(Unused("tasks", regime.Tasks.Select(t => t.Id), tasks));
            faults.AddRange(Unused("notices", regime.Notices.Select(n => n.Id), notices));
        }
        return faults;
    }

    static IEnumerable<RegimeFault> Check(Regime regime, ActivityNode step, HashSet<string> tasks, HashSet<string> notices) => step.Type switch
    {
        "Ocop.HumanTask" => Human(regime, step, tasks),
        "Ocop.ScoreByCouncil" => Council(regime, step, tasks),
        "Ocop.Notify" => Notify(regime, step, notices),
        "Ocop.CheckCompleteness" or "Ocop.ForwardToTier" => Tier(regime, step),
        "Ocop.Recognise" => Tier(regime, step).Concat(
            regime.FindTier(Text(step, "tier")) is { Recognises.IsEmpty: true } ? [Fault(step, "tier", "this tier recognises no stars")] : []),
        _ => [],
    };

    static IEnumerable<RegimeFault> Human(Regime regime, ActivityNode step, HashSet<string> tasks)
    {
        foreach (var fault in Tier(regime, step))
            yield return fault;
        if (regime.FindTask(Text(step, "task")) is not { } task)
        {
            yield return Unknown(step, "task");
            yield break;
        }
        tasks.Add(task.Id);
        if (Text(step, "role") != task.Role)
            yield return Fault(step, "role", $"must be '{task.Role}' as in regime.json");
        if (task.Tier is { } tier && Text(step, "tier") != tier)
            yield return Fault(step, "tier", $"must be '{tier}' as in regime.json");
        if (!List(step, "outcomes").SequenceEqual(task.Outcomes.Select(o => o.Id)))
            yield return Fault(step, "outcomes", $"must be {string.Join(", ", task.Outcomes.Select(o => o.Id))} as in regime.json");
        if (Text(step, "overdueOutcome") != task.OverdueOutcome?.Id)
            yield return Fault(step, "overdueOutcome", $"must be {task.OverdueOutcome?.Id ?? "left out"} as in regime.json");
        if (task.Tier is null && Text(step, "dueWorkingDays") != Digits(regime.Supplement.WorkingDays))
            yield return Fault(step, "dueWorkingDays", $"must be {regime.Supplement.WorkingDays}, the limit of a supplement in regime.json");
        if (step.Constant("remindDaysBefore") is not null && !List(step, "remindDaysBefore").SequenceEqual(regime.ReminderDays.Select(Digits)))
            yield return Fault(step, "remindDaysBefore", "must be the reminderDays of regime.json");
    }

    static IEnumerable<RegimeFault> Council(Regime regime, ActivityNode step, HashSet<string> tasks)
    {
        foreach (var fault in Tier(regime, step))
            yield return fault;
        if (regime.FindTier(Text(step, "tier")) is not { } tier)
            yield break;
        if (!tier.Council)
            yield return Fault(step, "tier", $"'{tier.Id}' has no council in regime.json");
        if (regime.FindTask($"{tier.Id}-council") is not { } task)
        {
            yield return Fault(step, "tier", $"regime.json has no task '{tier.Id}-council'");
            yield break;
        }
        tasks.Add(task.Id);
        if (task.Tier != tier.Id || !task.Outcomes.Select(o => o.Id).SequenceEqual(CouncilOutcomes))
            yield return Fault(step, "tier", $"'{task.Id}' must stand at '{tier.Id}' in regime.json, with the outcomes {string.Join(", ", CouncilOutcomes)}");
    }

    static IEnumerable<RegimeFault> Notify(Regime regime, ActivityNode step, HashSet<string> notices)
    {
        if (regime.FindNotice(Text(step, "template")) is { } notice)
            notices.Add(notice.Id);
        else
            yield return Unknown(step, "template");
        if (regime.FindRole(Text(step, "to")) is null)
            yield return Unknown(step, "to");
    }

    static IEnumerable<RegimeFault> Tier(Regime regime, ActivityNode step) =>
        regime.FindTier(Text(step, "tier")) is null ? [Unknown(step, "tier")] : [];

    static IEnumerable<RegimeFault> Unused(string list, IEnumerable<string> ids, HashSet<string> used) => ids
        .Select((id, index) => (id, index))
        .Where(x => !used.Contains(x.id))
        .Select(x => new RegimeFault(RegimeReader.FileName, $"{list}[{x.index}]", $"'{x.id}' is used by no flow"));

    static string? Text(ActivityNode step, string input) => step.Constant(input)?.ToString();

    static string[] List(ActivityNode step, string input) => [.. (step.Constant(input) as JsonArray ?? []).Select(v => $"{v}")];

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    static RegimeFault Unknown(ActivityNode step, string input) => Fault(step, input, Text(step, input) is { } id
        ? $"'{id}' is not in regime.json"
        : "must be given as a constant, so that it can be found in regime.json");

    static RegimeFault Fault(ActivityNode step, string input, string message) => new("", $"{step.Path}.{input}", message);
}
