using System.Text.Json.Nodes;
using OcopScoring.Workflows.Activities;
using OcopScoring.Workflows.Expressions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Definitions;

/// <summary>Where the designer drew an activity, in its own units; the size is 0 × 0 when the document does not give it.</summary>
public sealed record ActivityPosition(double X, double Y, double Width, double Height);

/// <summary>One activity of a definition. Immutable once the definition has been read.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(int index, string id, ActivityType behaviour, string path, ActivityNode? parent)
    {
        Index = index;
        Id = id;
        Behaviour = behaviour;
        Path = path;
        Parent = parent;
        Inputs = new InputExpression?[behaviour.Inputs.Count];
        Outputs = new OutputTarget?[behaviour.Outputs.Count];
    }

    /// <summary>Unique in the definition.</summary>
    public string Id { get; }

    /// <summary>Full type name, for example <c>Ocop.HumanTask</c>.</summary>
    public string Type => Behaviour.Name;

    public string? Name { get; internal set; }

    /// <summary>The text of the designer, else the name, else the id.</summary>
    public string DisplayText { get; internal set; } = "";

    /// <summary>JSON path in the document.</summary>
    public string Path { get; }

    public ActivityPosition? Position { get; internal set; }

    /// <summary>The container, null for the root.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>All activities directly inside this one, in the order of the document.</summary>
    public IReadOnlyList<ActivityNode> Children => ChildList;

    /// <summary>The outcomes by which this activity can complete, the overdue outcome included.</summary>
    public IReadOnlyList<string> Outcomes { get; internal set; } = [];

    /// <summary>The outcomes that end their branch on purpose (<c>customProperties.endsHere</c>).</summary>
    public IReadOnlyList<string> EndsHere { get; internal set; } = [];

    /// <summary>True when the activity can leave a bookmark.</summary>
    public bool Waits => Behaviour.Waits(this);

    /// <summary>The value of an input when the document gives it as a constant, else null. Names are compared without regard to case.</summary>
    public JsonNode? Constant(string input)
    {
        for (int i = 0; i < Inputs.Length; i++)
            if (string.Equals(Behaviour.Inputs[i].Name, input, StringComparison.OrdinalIgnoreCase) && Inputs[i] is { Constant: { } value })
                return JsonValues.ToNode(value);
        return null;
    }

    /// <summary>Fixes what follows from the inputs; called once, when all of them have been read.</summary>
    internal void Settle()
    {
        Join = FlowJoin.ModeOf(this);
        Resumable = Behaviour.ResumableOutcomes(this);
        if (!Array.TrueForAll(Inputs, input => input is null or { Constant: not null })) return;
        var given = new List<KeyValuePair<string, Value>>();
        for (int i = 0; i < Inputs.Length; i++)
            if (Inputs[i]?.Constant is { } constant) given.Add(KeyValuePair.Create(Behaviour.Inputs[i].Name, constant));
        ConstantInputs = new Record([.. given]);
    }

    internal int Index { get; }
    internal ActivityType Behaviour { get; }
    internal InputExpression?[] Inputs { get; }
    internal OutputTarget?[] Outputs { get; }
    internal List<ActivityNode> ChildList { get; } = [];
    internal List<VariableDeclaration> Variables { get; } = [];
    internal bool CanStart { get; set; }

    /// <summary>How a merge at this activity waits.</summary>
    internal JoinMode Join { get; set; } = JoinMode.WaitAllActive;

    /// <summary>The outcomes by which its bookmark can be resumed by hand.</summary>
    internal IReadOnlyList<string> Resumable { get; set; } = [];

    /// <summary>All given inputs, when every one of them is a constant; else null.</summary>
    internal Record? ConstantInputs { get; set; }

    /// <summary>Children by role: <c>then</c>, <c>else</c>, <c>body</c>, <c>default</c>.</summary>
    internal Dictionary<string, ActivityNode> Parts { get; } = [];

    internal IReadOnlyList<SwitchCase> Cases { get; set; } = [];
    internal VariableReference? Assigned { get; set; }
    internal string? StartId { get; set; }
    internal FlowGraph? Graph { get; set; }

    /// <summary>Place in the graph of the flowchart around it, −1 elsewhere.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>Whether a script reads the outputs, which are then kept.</summary>
    internal bool OutputsAreRead { get; set; }

    public override string ToString() => $"{Id} ({Type})";
}

/// <summary>A case of a switch: the outcome it gives, or the activity it runs.</summary>
sealed record SwitchCase(string Label, InputExpression? Condition, ActivityNode? Activity);
