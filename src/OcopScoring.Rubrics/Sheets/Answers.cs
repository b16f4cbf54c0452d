namespace OcopScoring.Rubrics;

/// <summary>One answer as given: a leaf id with an option id or null, or the reason why its value cannot be read.</summary>
readonly record struct Answer(string Leaf, string? Option, string? Refusal);

/// <summary>Answers on their way to becoming <see cref="Choices"/>; says what is wrong with each.</summary>
sealed class Answers
{
    enum State
    {
        Open,
        Taken,
        Refused,
    }

    readonly Rubric rubric;
    readonly RubricOption?[] picked;
    readonly State[] states;

    public Answers(Rubric rubric)
    {
        this.rubric = rubric;
        picked = new RubricOption?[rubric.Leaves.Count];
        states = new State[picked.Length];
    }

    public Answers(Choices current)
        : this(current.Rubric)
    {
        for (var i = 0; i < picked.Length; i++)
        {
            var leaf = rubric.Leaves[i];
            picked[i] = current[leaf.Id] is { } option ? leaf.FindOption(option) : null;
        }

        Array.Fill(states, State.Taken);
    }

    /// <summary>Takes an answer, or says why not.</summary>
    public string? Take(Answer answer)
    {
        if (rubric.FindLeaf(answer.Leaf) is not { } leaf)
        {
            return rubric.Criteria.Any(criterion => criterion.Id == answer.Leaf)
                ? $"The criterion {JsonPath.Quoted(answer.Leaf)} is a group; only leaves are scored."
                : $"The rubric {rubric.SetCode} has no criterion {JsonPath.Quoted(answer.Leaf)}.";
        }

        var option = answer.Option is null ? null : leaf.FindOption(answer.Option);
        var refusal = answer switch
        {
            { Refusal: { } unreadable } => unreadable,
            { Option: { } id } when option is null => $"The criterion {JsonPath.Quoted(leaf.Id)} has no option {JsonPath.Quoted(id)}.",
            { Option: null } when !leaf.AllowsNone => $"A level must be chosen at {JsonPath.Quoted(leaf.Id)}: one of its options gives 0 points.",
            _ => null,
        };
        picked[leaf.LeafIndex] = option;
        states[leaf.LeafIndex] = refusal is null ? State.Taken : State.Refused;
        return refusal;
    }

    /// <summary>The leaves without any answer.</summary>
    public IEnumerable<(Criterion Leaf, string Refusal)> Missing() => rubric.Leaves
        .Where(leaf => states[leaf.LeafIndex] == State.Open)
        .Select(leaf => (leaf, $"The criterion {JsonPath.Quoted(leaf.Id)} is missing."));

    /// <summary>The leaves with points for a story that is not there.</summary>
    public IEnumerable<(Criterion Leaf, string Refusal)> Conflicts()
    {
        foreach (var leaf in rubric.Leaves)
            if (leaf.StoryLeaf is { } story && IsTaken(leaf) && IsTaken(story) && Points(story) == 0 && Points(leaf) != 0)
                yield return (leaf, $"Without a story (0 points at {JsonPath.Quoted(story.Id)}) the criterion {JsonPath.Quoted(leaf.Id)} is given 0 points, not {Points(leaf)}.");
    }

    public bool IsTaken(Criterion leaf) => states[leaf.LeafIndex] == State.Taken;

    /// <summary>The points given at a leaf; 0 where nothing is taken.</summary>
    public int Points(Criterion leaf) => IsTaken(leaf) ? picked[leaf.LeafIndex]?.Points ?? 0 : 0;

    public Choices ToChoices() => new(rubric, picked);
}
