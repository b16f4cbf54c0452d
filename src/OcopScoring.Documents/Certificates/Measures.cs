namespace OcopScoring.Documents.Certificates;

/// <summary>Sizes in points that give way when names are long.</summary>
internal sealed record Measures(double Title, double Star, double Code, double Signature, double Gap)
{
    public static Measures Usual { get; } = new(Title: 37, Star: 16, Code: 84, Signature: 44, Gap: 4);

    public static Measures Tight { get; } = new(Title: 30, Star: 12, Code: 72, Signature: 36, Gap: 1.5);
}
