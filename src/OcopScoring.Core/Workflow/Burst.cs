using System.Text.Json.Nodes;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

/// <summary>An instance whose row is locked, with everything that a step of it needs.</summary>
public sealed class Burst
{
    public required Dossier Dossier { get; init; }

    public required WorkflowInstance Instance { get; init; }

    public required PublishedRegime Published { get; init; }

    public required WorkflowDefinition Definition { get; init; }

    public WorkflowState? State { get; set; }

    public Regime Regime => Published.Regime;

    /// <summary>Why the last deed or result came out as it did, for the notices that follow from it.</summary>
    public Text? Reasons { get; set; }

    /// <summary>The tier of the last task, council result or forwarding of this burst.</summary>
    public string? LastTier { get; set; }

    /// <summary>Bookmarks of activities that the program itself carries out, in the order in which they opened.</summary>
    public Queue<Bookmark> Automatic { get; } = [];
}

/// <summary>Who resumed a task, and what they said.</summary>
public sealed record Deed(string Role, Guid? Account, string? Note)
{
    public static readonly Deed OfTheProgram = new("system", null, null);
}

/// <summary>What a host activity came to: the outcome to resume with, and the activity's output.</summary>
public sealed record HostResult(string Outcome, JsonNode? Output = null)
{
    public static readonly HostResult Done = new("Done");
}
