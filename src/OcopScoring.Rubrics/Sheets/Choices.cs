using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>
/// One answer to every leaf of a rubric: an option, or none where the rubric allows that. Made by <see cref="ChoicesReader"/>, which checks the rules,
/// and never changed. A score sheet has choices, and so has a self-assessment.
/// </summary>
public sealed class Choices
{
    readonly RubricOption?[] picked;
    readonly int[] points;

    internal Choices(Rubric rubric, RubricOption?[] picked)
    {
        Rubric = rubric;
        this.picked = picked;
        points = new int[picked.Length];
        for (var i = 0; i < points.Length; i++) points[i] = picked[i]?.Points ?? 0;
        Total = points.Sum();
    }

    public Rubric Rubric { get; }

    /// <summary>The sum of the points of all leaves.</summary>
    public int Total { get; }

    internal ReadOnlySpan<int> AllPoints => points;

    /// <summary>The id of the option chosen at a leaf, or null for "no level reached".</summary>
    /// <exception cref="KeyNotFoundException">The rubric has no such leaf.</exception>
    public string? this[string leafId] => picked[IndexOf(leafId)]?.Id;

    /// <summary>The points given at a leaf.</summary>
    /// <exception cref="KeyNotFoundException">The rubric has no such leaf.</exception>
    public int Points(string leafId) => points[IndexOf(leafId)];

    /// <summary>Leaf id to option id or null, in the order of the rubric.</summary>
    public IReadOnlyDictionary<string, string?> ToDictionary()
    {
        var answers = new OrderedDictionary<string, string?>(picked.Length, StringComparer.Ordinal);
        for (var i = 0; i < picked.Length; i++) answers.Add(Rubric.Leaves[i].Id, picked[i]?.Id);
        return answers;
    }

    /// <summary>The same choices with single leaves replaced, checked by the same rules.</summary>
    /// <param name="replaced">Leaf id to option id, or to null for "no level reached".</param>
    /// <param name="path">Where the replacement stands; faults are named below it.</param>
    public Reading<Choices> With(IReadOnlyDictionary<string, string?> replaced, string path = JsonPath.Root) =>
        ChoicesReader.Replace(this, replaced, path);

    /// <summary>Writes the object of leaf ids with option ids or null.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        for (var i = 0; i < picked.Length; i++) writer.WriteString(Rubric.Leaves[i].Id, picked[i]?.Id);
        writer.WriteEndObject();
    }

    public string ToJson() => JsonText.Of(WriteJson);

    int IndexOf(string leafId) =>
        Rubric.FindLeaf(leafId)?.LeafIndex ?? throw new KeyNotFoundException($"{Rubric.SetCode} has no leaf '{leafId}'.");
}
