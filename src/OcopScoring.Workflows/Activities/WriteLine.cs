using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

sealed class WriteLine() : ActivityType("Elsa.WriteLine")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("text", InputType.Text)];

    public override void Execute(Burst burst, Frame frame)
    {
        Value text = burst.Input(frame, 0);
        burst.Effects.Add(new Effect.Logged(text.IsNullish ? "" : text.Text));
        burst.Complete(frame);
    }
}
