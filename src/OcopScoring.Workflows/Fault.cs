namespace OcopScoring.Workflows;

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Path">JSON path from the document's root (<c>root.activities[3].text</c>); list elements count from 0; <c>$</c> is the whole document.</param>
/// <param name="Message">One sentence that says what is wrong and names the id where there is one.</param>
public sealed record Fault(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
