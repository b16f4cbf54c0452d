using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Inside a flow: waits for one interval, a minute where none is given.</summary>
sealed class Timer() : ActivityType("Elsa.Timer")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("interval", InputType.Duration)];

    public override bool Waits(ActivityNode node) => true;

    public override void Execute(Burst burst, Frame frame)
    {
        Value interval = burst.Input(frame, 0);
        burst.WaitUntil(frame, burst.After(interval.IsNullish ? Value.Of(60_000) : interval));
    }
}
