namespace OcopScoring.Workflows.Diagrams;

/// <summary>Breaks text into lines by an estimate of its width; a word that is too long is cut.</summary>
static class TextWrap
{
    /// <summary>Mean width of a letter in units of the font size, for a humanist sans with Vietnamese letters.</summary>
    const double Letter = 0.56;

    public static IReadOnlyList<string> Lines(string text, double width, double size, int most)
    {
        int room = Math.Max(4, (int)(width / (size * Letter)));
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        if (lines.Count > most) lines = [.. lines.Take(most - 1), lines[most - 1] + "…"];
        return [.. lines.Select(each => Cut(each, room))];
    }

    public static string Cut(string text, int room) => text.Length <= room ? text : text[..(room - 1)] + "…";
}
