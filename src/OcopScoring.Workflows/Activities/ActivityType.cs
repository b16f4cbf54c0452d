using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>
/// What one type of activity accepts and does. A new type is one class and one row in <see cref="ActivityCatalogue"/>.
/// Objects hold no state: all of it is in the frame.
/// </summary>
abstract class ActivityType(string name)
{
    public string Name { get; } = name;

    /// <summary>The name without its namespace; bookmarks and made-up ids use it.</summary>
    public string ShortName { get; } = name[(name.LastIndexOf('.') + 1)..];

    public virtual IReadOnlyList<InputSpecification> Inputs => [];

    /// <summary>Names of the outputs; the first is the one that a resume gives.</summary>
    public virtual IReadOnlyList<string> Outputs => [];

    public virtual bool IsContainer => false;

    /// <summary>A terminal activity ends the flowchart or sequence around it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>False when the type always names its outcomes; then a connection without a port can never be followed.</summary>
    public virtual bool HasDefaultOutcome => true;

    public virtual bool Waits(ActivityNode node) => false;

    /// <summary>Reads what is not an input or output: children, cases, connections.</summary>
    public virtual void ReadParts(PartReader reader)
    {
    }

    /// <summary>Checks that concern several inputs at once; called when all of them could be read.</summary>
    public virtual void Check(ActivityNode node, CheckReport report)
    {
    }

    public virtual IReadOnlyList<string> OutcomesOf(ActivityNode node) => Outcomes.DoneOnly;

    /// <summary>The outcomes that a person or the host may choose; fewer than all where one comes by itself.</summary>
    public virtual IReadOnlyList<string> ResumableOutcomes(ActivityNode node) => node.Outcomes;

    /// <exception cref="ScriptFailure">The activity faults with this message.</exception>
    public abstract void Execute(Burst burst, Frame frame);

    /// <summary>
    /// The same without evaluating anything: where <see cref="Execute"/> would depend on a value or on the world, a free choice is made.
    /// This is how it is for what does not steer the flow: it waits for one of its outcomes, or just completes.
    /// </summary>
    public virtual void ExecuteFreely(Burst burst, Frame frame, IFreeChoices choices)
    {
        choices.NoticeRun(frame.Node);
        if (Steers) Execute(burst, frame);
        else if (Waits(frame.Node)) burst.Wait(frame, new BookmarkPlan(Record.Empty) { Outcomes = frame.Node.Outcomes });
        else burst.Complete(frame);
    }

    /// <summary>True for containers and for what picks outcomes: their own code decides, with free choices for values.</summary>
    protected virtual bool Steers => IsContainer || IsTerminal || !HasDefaultOutcome;

    /// <summary>A child of this container completed.</summary>
    /// <exception cref="ScriptFailure">The container faults with this message.</exception>
    public virtual void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes) => burst.Complete(frame);

    /// <summary>A bookmark of this activity was resumed with one of its outcomes; outputs are set already.</summary>
    public virtual void Resume(Burst burst, Frame frame, string outcome) =>
        burst.Complete(frame, ToOutcomes(outcome));

    public Outcomes ToOutcomes(string outcome) =>
        outcome == "Done" && HasDefaultOutcome ? Outcomes.Default : Outcomes.Of(outcome);

    internal static Value? Fixed(ActivityNode node, int input) => node.Inputs[input]?.Constant;
}
