using System.Globalization;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Reading;

/// <summary>What is known while a definition is read. Structure comes first, everything that names something else comes after.</summary>
sealed class ReadingContext(HashSet<string> takenIds)
{
    readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    readonly Queue<Action> later = new();

    public FaultList Faults { get; } = new();
    public List<ActivityNode> Activities { get; } = [];
    public Dictionary<string, ActivityNode> ById { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of activities that could not be read; nothing more is said about connections to them.</summary>
    public HashSet<string> BrokenIds { get; } = new(StringComparer.Ordinal);

    public List<VariableDeclaration> Variables { get; } = [];
    public List<ArgumentDeclaration> Inputs { get; } = [];
    public List<ArgumentDeclaration> Outputs { get; } = [];
    public bool LastResultIsRead { get; set; }

    public void Later(Action action) => later.Enqueue(action);

    public void RunLater()
    {
        while (later.TryDequeue(out Action? action)) action();
    }

    /// <summary>An id for an activity without one: the short type name and a counter, as Elsa makes them.</summary>
    public string MakeId(ActivityType type)
    {
        while (true)
        {
            int number = counters[type.ShortName] = counters.GetValueOrDefault(type.ShortName) + 1;
            string id = string.Create(CultureInfo.InvariantCulture, $"{type.ShortName}{number}");
            if (takenIds.Add(id)) return id;
        }
    }
}
