using OcopScoring.Documents.Tree;

namespace OcopScoring.Documents.Engine;

/// <summary>Draws document trees. Another library takes its place behind this without touching a template.</summary>
public interface IDocumentEngine
{
    /// <summary>Name and version, as receipts record it.</summary>
    string Name { get; }

    EngineCapabilities Capabilities { get; }

    /// <summary>What of the tree does not fit; empty when all does.</summary>
    IReadOnlyList<LayoutProblem> Check(DocumentTree tree);

    /// <exception cref="MissingCapabilityException">The options require what this engine cannot do; nothing was written.</exception>
    /// <exception cref="LayoutException">The tree does not fit; nothing was written.</exception>
    RenderReceipt Render(DocumentTree tree, EngineOptions options, Stream output);
}

[Flags]
public enum EngineCapabilities
{
    None = 0,

    /// <summary>A structure tree for readers of the screen.</summary>
    Tagged = 1,

    /// <summary>The same tree gives the same bytes.</summary>
    Deterministic = 2,

    /// <summary>Files hold only the letters they use.</summary>
    Subsetting = 4,

    /// <summary>Pictures of pages from the same tree.</summary>
    Preview = 8,
}

public sealed record EngineOptions(DocumentFormat Format, int Dpi, EngineCapabilities Requires);

/// <summary>A text that does not fit, or (with <see cref="Missing"/>) has letters its face lacks.</summary>
public sealed record LayoutProblem(string Node, int NeedsLines, int MaxLines, double AtSize, string Missing = "");

public sealed class LayoutException(IReadOnlyList<LayoutProblem> problems)
    : InvalidOperationException("The document does not fit: " + string.Join(", ", problems.Select(p => p.Node)) + ".")
{
    public IReadOnlyList<LayoutProblem> Problems { get; } = problems;
}

public sealed class MissingCapabilityException(string engine, EngineCapabilities missing)
    : NotSupportedException($"The engine {engine} lacks: {missing}.")
{
    public EngineCapabilities Missing { get; } = missing;
}
