using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Activities;

/// <summary>Ends the whole workflow; the containers around it do not complete.</summary>
sealed class Finish() : ActivityType("Elsa.Finish")
{
    public override bool IsTerminal => true;

    public override void Execute(Burst burst, Frame frame)
    {
        burst.CompleteSilently(frame);
        burst.EndAll();
    }
}
