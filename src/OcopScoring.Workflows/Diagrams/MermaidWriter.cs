using System.Globalization;
using System.Text;
using OcopScoring.Workflows.Definitions;

namespace OcopScoring.Workflows.Diagrams;

/// <summary>Writes a definition as a Mermaid flowchart.</summary>
static class MermaidWriter
{
    public static string Write(WorkflowDefinition definition)
    {
        var text = new StringBuilder("flowchart TD\n");
        Children(text, definition.Root, "  ");
        foreach (ActivityNode node in definition.Activities) Links(text, node);
        return text.ToString();
    }

    static void Children(StringBuilder text, ActivityNode container, string indent)
    {
        foreach (ActivityNode node in container.Children)
        {
            if (node.Children.Count == 0)
            {
                text.Append(indent).Append(Name(node)).Append(Shape(node)).Append('\n');
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{indent}subgraph {Name(node)}[\"{Label(node.DisplayText)}\"]\n");
            Children(text, node, indent + "  ");
            text.Append(indent).Append("end\n");
        }
    }

    static void Links(StringBuilder text, ActivityNode node)
    {
        if (node.Graph is { } graph)
        {
            foreach (Connection connection in graph.Connections)
            {
                string label = connection.Source.Outcomes.Count > 1 && connection.Port is { } port ? $"|\"{Label(port)}\"|" : "";
                text.Append(CultureInfo.InvariantCulture, $"  {Name(connection.Source)} {(connection.IsBackward ? "-.->" : "-->")}{label} {Name(connection.Target)}\n");
            }
        }
        else if (node.Type == "Elsa.Sequence")
        {
            for (int i = 1; i < node.Children.Count; i++) text.Append(CultureInfo.InvariantCulture, $"  {Name(node.Children[i - 1])} --> {Name(node.Children[i])}\n");
        }
    }

    static string Name(ActivityNode node) => string.Create(CultureInfo.InvariantCulture, $"a{node.Index}");

    static string Shape(ActivityNode node)
    {
        string label = Label(node.DisplayText);
        if (node.Type is "Elsa.FlowDecision" or "Elsa.FlowSwitch") return $"{{\"{label}\"}}";
        if (node.Type is "Elsa.Start" or "Elsa.End" or "Elsa.Finish") return $"([\"{label}\"])";
        return node.Waits ? $"[\"{label}\"]" : $"(\"{label}\")";
    }

    static string Label(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
