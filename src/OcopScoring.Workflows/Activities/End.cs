using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Activities;

/// <summary>Completes the flowchart or sequence around it and withdraws what is still open there.</summary>
sealed class End() : ActivityType("Elsa.End")
{
    public override bool IsTerminal => true;

    public override void Execute(Burst burst, Frame frame) => burst.Complete(frame);
}
