using OcopScoring.Workflows.Diagrams;

namespace OcopScoring.Workflows;

/// <summary>Draws definitions.</summary>
public static class Diagram
{
    static readonly HashSet<string> Nothing = [];

    /// <summary>
    /// A complete SVG document. Where the designer's positions stay readable at a width of 360 pixels they are kept; else the
    /// activities stand below one another, in bands per tier.
    /// </summary>
    public static string Svg(WorkflowDefinition definition) =>
        SvgPainter.Paint(DesignerLayout.Of(definition) ?? ColumnLayout.Of(definition, "vi"), definition, Nothing, Nothing, "vi");

    /// <summary>
    /// The picture of a running flow for a web page: 360 units wide, no script, no style element, so that it can stand inline under a strict
    /// content policy. Done and open activities carry the classes <c>is-done</c> and <c>is-open</c>, and a sign and words besides the colour.
    /// </summary>
    /// <param name="definition">The version that the instance runs on.</param>
    /// <param name="doneActivityIds">Activities that completed at least once.</param>
    /// <param name="openActivityIds">Activities that wait now; they count as open even when they were done before.</param>
    /// <param name="language"><c>vi</c> or <c>en</c>, for the names of tiers and states.</param>
    public static string DiagramSvg(WorkflowDefinition definition, IReadOnlySet<string> doneActivityIds, IReadOnlySet<string> openActivityIds, string language) =>
        SvgPainter.Paint(ColumnLayout.Of(definition, language), definition, doneActivityIds, openActivityIds, language);

    /// <summary>A Mermaid flowchart, with a group for each container inside the root.</summary>
    public static string Mermaid(WorkflowDefinition definition) => MermaidWriter.Write(definition);
}
