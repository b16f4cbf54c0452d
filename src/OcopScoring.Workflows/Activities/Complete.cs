using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>
/// Completes the composite around it. The only composite that this engine has is the workflow itself, so the workflow ends; a
/// container that thereby has its last child completed still completes before.
/// </summary>
sealed class Complete() : ActivityType("Elsa.Complete")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("outcomes", InputType.Any)];

    public override bool IsTerminal => true;

    public override void Execute(Burst burst, Frame frame)
    {
        burst.Input(frame, 0);
        burst.Complete(frame);
        burst.EndAll();
    }
}
