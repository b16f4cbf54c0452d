namespace OcopScoring.Rubrics;

/// <summary>One refused place of a JSON document.</summary>
/// <param name="Path">
/// Where: <c>sheets[2].choices['1.1']</c>, elements counted from 0; <c>$</c> is the document itself. Something missing is named by the path it would have;
/// of two things that exclude each other the later one is named.
/// </param>
/// <param name="Message">One English sentence that says what is wrong; it holds no line break.</param>
public sealed record Fault(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
