namespace OcopScoring.Documents.Tree;

/// <summary>A piece of a page. Each kind maps one to one on a call of the usual layout libraries.</summary>
public abstract record Node;

/// <summary>Children from top to bottom. Where height is left over, the <see cref="Spacer"/>s share it.</summary>
public sealed record Column(IReadOnlyList<Node> Children) : Node;

/// <summary>In a column: at least <see cref="Min"/> points, and a share of what is left over by <see cref="Weight"/> (0: none).</summary>
public sealed record Spacer(double Min, double Weight = 0) : Node;

/// <summary>Cells side by side; a cell is as high as the row.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells) : Node;

/// <summary>A constant width in points, or a share of what constant cells leave over; one of the two.</summary>
public sealed record Cell(Node Content, double? Width = null, double Share = 1);

/// <summary>Children on top of each other, the first lowest, each with the whole box.</summary>
public sealed record Layers(IReadOnlyList<Node> Children) : Node;

public sealed record Padding(Edges Edges, Node Child) : Node;

public enum Horizontal
{
    Left,
    Center,
    Right,
}

public enum Vertical
{
    Top,
    Middle,
    Bottom,
}

/// <summary>Places a child at its own size within the box. The vertical part takes effect where the box has a given height.</summary>
public sealed record Align(Horizontal Horizontal, Vertical Vertical, Node Child) : Node;

/// <summary>A drawing scaled to <see cref="Width"/>, in the proportions of its view box.</summary>
public sealed record Vector(Drawing Drawing, double Width) : Node;

/// <summary>A QR code of <see cref="Side"/> points with its four-module quiet zone, black on white.</summary>
public sealed record Qr(string Text, double Side) : Node;

/// <summary>Makes the child a link to an address.</summary>
public sealed record Link(string Url, Node Child) : Node;
