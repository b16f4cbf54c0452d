using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Every activity type that the engine knows (elsa-format.md, part 2, "Supported").</summary>
static class ActivityCatalogue
{
    static readonly Dictionary<string, ActivityType> Types = All().ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Types.Keys;

    public static ActivityType? Find(string name) => Types.GetValueOrDefault(name);

    static ActivityType[] All() =>
    [
        new Flowchart(), new Sequence(), new If(), new Switch(), new While(), new ForEach(), new ParallelForEach(),
        new Start(), new End(), new Finish(), new Complete(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLine(), new FaultActivity(),
        new Event(), new Delay(), new StartAt(), new Timer(), new Cron(), new RunTask(),
        new ChildWorkflow("Elsa.ExecuteWorkflow"), new ChildWorkflow("Elsa.DispatchWorkflow"),
        new HumanTask(),
        new HostActivity("Ocop.CheckCompleteness", [Required("tier")], "missing", "Complete", "Incomplete"),
        new HostActivity("Ocop.ScoreByCouncil", [Required("tier")], "result", "Classified", "Rescore", "NoQuorum", "Disqualified"),
        new HostActivity("Ocop.ForwardToTier", [Required("tier"), new("note", InputType.Text)], null, "Done"),
        new HostActivity("Ocop.Recognise", [new("stars", InputType.Integer, IsRequired: true), Required("tier")], "certificate", "Done"),
        new HostActivity("Ocop.Notify", [Required("template"), Required("to")], null, "Done"),
        new HostActivity("Ocop.CloseDossier", [Required("result")], null, "Done"),
    ];

    static InputSpecification Required(string name) => new(name, InputType.Text, IsRequired: true);
}
