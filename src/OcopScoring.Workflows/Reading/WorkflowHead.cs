using System.Text.Json;

namespace OcopScoring.Workflows.Reading;

/// <summary>Everything of a definition besides its root.</summary>
sealed record WorkflowHead(string DefinitionId, int Version, string? Name, string? Description, IncidentStrategy Strategy)
{
    public static WorkflowHead Read(ObjectReader reader, ReadingContext context)
    {
        string? id = reader.Text("id"), definitionId = reader.Text("definitionId"), name = reader.Text("name"), description = reader.Text("description");
        foreach (string text in (ReadOnlySpan<string>)["tenantId", "createdAt", "toolVersion"]) reader.Text(text);
        foreach (string flag in (ReadOnlySpan<string>)["isLatest", "isPublished", "isReadonly", "isSystem", "usableAsActivity"]) reader.Flag(flag);
        int? version = reader.Whole("version");
        if (version < 1) reader.Fault("version", "'version' must be at least 1");
        reader.Ignore("$schema");
        reader.Object("customProperties");
        foreach ((JsonElement outcome, string path) in reader.List("outcomes", "texts"))
            if (outcome.ValueKind != JsonValueKind.String) context.Faults.Add(path, null, "an outcome must be a text");
        DeclarationReader.Variables(reader, context, context.Variables);
        DeclarationReader.Arguments(reader, context, "inputs", context.Inputs);
        DeclarationReader.Arguments(reader, context, "outputs", context.Outputs);
        string shownId = new[] { definitionId, id, name }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "workflow";
        return new WorkflowHead(shownId, version ?? 1, name, description, ReadOptions(reader, context));
    }

    static IncidentStrategy ReadOptions(ObjectReader reader, ReadingContext context)
    {
        if (reader.Object("options") is not { } element) return IncidentStrategy.Fault;
        var options = new ObjectReader(element, reader.At("options"), context.Faults);
        foreach (string text in (ReadOnlySpan<string>)["activationStrategyType", "activityCategory", "commitStrategyName"]) options.Text(text);
        foreach (string flag in (ReadOnlySpan<string>)["usableAsActivity", "autoUpdateConsumingWorkflows"]) options.Flag(flag);
        string? strategy = options.Text("incidentStrategyType");
        options.Finish();
        if (string.IsNullOrEmpty(strategy)) return IncidentStrategy.Fault;
        if (strategy.Contains("ContinueWithIncidentsStrategy", StringComparison.Ordinal)) return IncidentStrategy.ContinueWithIncidents;
        if (!strategy.Contains("FaultStrategy", StringComparison.Ordinal)) options.Fault("incidentStrategyType", $"the incident strategy '{strategy}' is unknown");
        return IncidentStrategy.Fault;
    }

    public WorkflowDefinition ToDefinition(ReadingContext context) => new(context.Activities)
    {
        DefinitionId = DefinitionId,
        Version = Version,
        Name = Name,
        Description = Description,
        IncidentStrategy = Strategy,
        Variables = context.Variables,
        Inputs = context.Inputs,
        Outputs = context.Outputs,
        LastResultIsRead = context.LastResultIsRead,
    };
}
