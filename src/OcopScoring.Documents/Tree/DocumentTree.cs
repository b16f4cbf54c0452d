namespace OcopScoring.Documents.Tree;

/// <summary>One document, engine-neutral: immutable nodes, measures in points (1/72 inch), y downwards.</summary>
public sealed record DocumentTree(string Template, DocumentInfo Info, IReadOnlyList<Page> Pages);

/// <summary>
/// What a file says of itself. <see cref="Created"/> is the moment of the decision, never of the rendering.
/// </summary>
public sealed record DocumentInfo(string Title, string Author, string Subject, string Keywords, DateTimeOffset Created);

/// <summary>
/// One page: a background over the whole sheet; within the margins the content, and the footer below it.
/// Of several contents the first that fits the height is taken.
/// </summary>
public sealed record Page(double Width, double Height, Edges Margins, Node Background, IReadOnlyList<Node> Contents, Node Footer);

public sealed record Edges(double Left, double Top, double Right, double Bottom)
{
    public static Edges All(double points) => new(points, points, points, points);
}
