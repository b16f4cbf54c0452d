namespace OcopScoring.Documents;

public enum DocumentFormat
{
    Pdf,
    Png,
}

/// <summary>How to write a document. <see cref="Dpi"/> (36 to 600) counts for pictures only; PDF is vector throughout.</summary>
public sealed record RenderOptions
{
    public static RenderOptions Pdf { get; } = new();

    public DocumentFormat Format { get; init; } = DocumentFormat.Pdf;

    public int Dpi { get; init; } = 150;

    public static RenderOptions Png(int dpi = 150) => new() { Format = DocumentFormat.Png, Dpi = dpi };
}
