namespace OcopScoring.Workflows.Values;

/// <summary>What one evaluation of a script may use (elsa-format.md, part 2, expressions).</summary>
static class Limits
{
    public const int Steps = 1_000;
    public const int Depth = 16;
    public const int ResultCharacters = 10_000;

    /// <summary>Levels of arrays and objects in a value that is kept, so that any state can be written and read.</summary>
    public const int StoredDepth = 64;

    public const string TooLong = "the script's result has more than 10,000 characters";
    public const string TooManySteps = "the script takes more than 1,000 steps";
    public const string TooDeep = "the script is nested more than 16 levels deep";
    public const string StoredTooDeep = "the value has more than 64 levels";
}
