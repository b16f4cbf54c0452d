using System.Globalization;
using System.Text.Json.Nodes;

namespace OcopScoring.Workflows.Tests;

/// <summary>Reads and runs definitions in tests.</summary>
static class Play
{
    public static WorkflowDefinition Read(string file) => Read(File.ReadAllBytes(file));

    public static WorkflowDefinition Read(byte[] utf8)
    {
        DefinitionReading reading = DefinitionReader.Read(utf8);
        Assert.That(reading.Faults, Is.Empty);
        return reading.Definition!;
    }

    /// <summary>All that <c>ocop workflow check</c> would say about it, without the file name.</summary>
    public static IReadOnlyList<string> Faults(byte[] utf8)
    {
        DefinitionReading reading = DefinitionReader.Read(utf8);
        if (reading.Definition is null) return [.. reading.Faults.Select(fault => fault.ToString())];
        return [.. SoundnessCheck.Check(reading.Definition).Faults.Select(fault => $"{fault.Path}: {fault.Message}")];
    }

    /// <summary>Carries out the options of <c>ocop workflow run</c> from left to right; a refusal fails the test.</summary>
    public static Rehearsal Arguments(WorkflowDefinition definition, params string[] arguments)
    {
        var inputs = new Dictionary<string, JsonNode?>();
        for (int i = 0; i < arguments.Length; i++)
            if (arguments[i] == "--input" && arguments[i + 1].Split('=', 2) is [var name, var json]) inputs[name] = JsonNode.Parse(json);
        var rehearsal = new Rehearsal(definition);
        Assert.That(rehearsal.Start(inputs), Is.Null);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--at") Assert.That(rehearsal.MoveTo(DateTimeOffset.Parse(arguments[i + 1], CultureInfo.InvariantCulture)), Is.Null);
            if (arguments[i] == "--resume") Assert.That(Resume(rehearsal, arguments[i + 1]), Is.Null);
        }

        return rehearsal;
    }

    public static Refusal? Resume(Rehearsal rehearsal, string argument)
    {
        string[] parts = argument.Split('=', 2);
        string[] names = parts[0].Split(':', 2);
        return rehearsal.Resume(names[0], names.Length > 1 ? names[1] : null, parts.Length > 1 ? JsonNode.Parse(parts[1]) : null);
    }
}
