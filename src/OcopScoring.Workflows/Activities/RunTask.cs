using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Running;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Activities;

/// <summary>Asks the host to run something and waits for the result.</summary>
sealed class RunTask() : ActivityType("Elsa.RunTask")
{
    public override IReadOnlyList<InputSpecification> Inputs { get; } = [new("taskName", InputType.Text, IsRequired: true), new("payload", InputType.Any)];

    public override IReadOnlyList<string> Outputs { get; } = ["result", "taskId"];

    public override bool Waits(ActivityNode node) => true;

    public override void Execute(Burst burst, Frame frame)
    {
        Bookmark bookmark = burst.Wait(frame, new BookmarkPlan(burst.AllInputs(frame)));
        string id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{burst.Context.InstanceId}-{bookmark.Id}");
        burst.SetOutput(frame, 1, Value.Of(id));
    }
}
