using System.Text.Json;

namespace OcopScoring.Rubrics;

/// <summary>
/// Checks choices: every leaf of the rubric once, an option of that leaf or, where no option gives 0 points, null; and no points for a leaf
/// that depends on a story when there is none. Faults are named <c>choices['5.2']</c> below the given path.
/// </summary>
public static class ChoicesReader
{
    /// <summary>Reads the object of leaf ids with option ids or null.</summary>
    public static Reading<Choices> Read(JsonElement element, Rubric rubric, string path)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var faults = new FaultList();
        var read = ReadAnswers(element, path, faults);
        return read is null ? Reading.Refused<Choices>(faults.ToList()) : Check(new Answers(rubric), read, path, faults);
    }

    /// <summary>Checks answers that come from elsewhere than JSON, such as a form.</summary>
    public static Reading<Choices> Read(IReadOnlyDictionary<string, string?> answers, Rubric rubric, string path)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(rubric);
        return Check(new Answers(rubric), answers.Select(answer => new Answer(answer.Key, answer.Value, null)), path, new FaultList());
    }

    /// <summary>Reads an object that replaces single leaves of <paramref name="current"/>; the whole is checked again, the story rule included.</summary>
    public static Reading<Choices> ReadReplacement(JsonElement element, Choices current, string path)
    {
        ArgumentNullException.ThrowIfNull(current);
        var faults = new FaultList();
        var read = ReadAnswers(element, path, faults);
        return read is null ? Reading.Refused<Choices>(faults.ToList()) : Check(new Answers(current), read, path, faults);
    }

    internal static Reading<Choices> Replace(Choices current, IReadOnlyDictionary<string, string?> replaced, string path)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        return Check(new Answers(current), replaced.Select(answer => new Answer(answer.Key, answer.Value, null)), path, new FaultList());
    }

    static List<Answer>? ReadAnswers(JsonElement element, string path, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, $"An object of criteria and options is expected here, not {StrictJson.Kind(element)}.");
            return null;
        }

        var answers = new List<Answer>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!StrictObject.TryName(property, out var leaf)) faults.Add(path, "A criterion id is no valid text: it holds half of a surrogate pair.");
            else if (!seen.Add(leaf)) faults.Add(JsonPath.Key(path, leaf), $"The criterion {JsonPath.Quoted(leaf)} is given twice.");
            else if (property.Value.ValueKind == JsonValueKind.Null) answers.Add(new Answer(leaf, null, null));
            else if (StrictJson.TryText(property.Value, out var option)) answers.Add(new Answer(leaf, option, null));
            else answers.Add(new Answer(leaf, null, $"An option id or null is expected here, not {StrictJson.Kind(property.Value)}."));
        }

        return answers;
    }

    static Reading<Choices> Check(Answers answers, IEnumerable<Answer> given, string path, FaultList faults)
    {
        foreach (var answer in given)
            if (answers.Take(answer) is { } refusal) faults.Add(JsonPath.Key(path, answer.Leaf), refusal);
        foreach (var (leaf, refusal) in answers.Missing().Concat(answers.Conflicts())) faults.Add(JsonPath.Key(path, leaf.Id), refusal);
        return faults.Result(answers.ToChoices);
    }
}
