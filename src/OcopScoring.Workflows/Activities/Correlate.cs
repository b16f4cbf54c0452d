using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class Correlate() : ActivityType("Elsa.Correlate")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("correlationId", InputType.Text)];

    public override void Execute(Burst burst, Frame frame)
    {
        Value id = burst.Input(frame, 0);
        burst.State.CorrelationId = id.IsNullish ? null : id.Text;
        burst.Complete(frame);
    }
}
