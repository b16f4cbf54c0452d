using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Activities;

sealed class Start() : ActivityType("Elsa.Start")
{
    public override void Execute(Burst burst, Frame frame) => burst.Complete(frame);
}
