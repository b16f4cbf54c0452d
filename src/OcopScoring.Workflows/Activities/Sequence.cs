using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Reading;
using OcopScoring.Workflows.Running;

namespace OcopScoring.Workflows.Activities;

sealed class Sequence() : ActivityType("Elsa.Sequence")
{
    public override bool IsContainer => true;

    public override void ReadParts(PartReader reader) => reader.Activities();

    public override void Execute(Burst burst, Frame frame) => Next(burst, frame);

    public override void ChildCompleted(Burst burst, Frame frame, Frame child, Outcomes outcomes)
    {
        if (child.Node.Behaviour.IsTerminal) burst.Complete(frame);
        else Next(burst, frame);
    }

    static void Next(Burst burst, Frame frame)
    {
        if (frame.Position >= frame.Node.ChildList.Count) burst.Complete(frame);
        else burst.Schedule(frame, frame.Node.ChildList[frame.Position++]);
    }
}
