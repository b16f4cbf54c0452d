using System.Globalization;
using System.Text.Encodings.Web;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Commands;

/// <summary><c>ocop rubric check PATH...</c>: one line for each rubric, <c>OK</c> or one <c>BAD</c> line for each fault.</summary>
public static class RubricCommand
{
    const string Usage = "Usage: ocop rubric check PATH...   (files, or folders with *.json)";

    /// <summary>0 when all rubrics are good, 1 when one is bad or there is none to check, 2 for wrong use.</summary>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        if (args is not ["check", _, ..]) return Misused("check and at least one PATH are needed.", stderr);
        foreach (var arg in args)
            if (arg.StartsWith('-')) return Misused($"There is no option {arg}.", stderr);

        var bad = false;
        foreach (var path in args.AsSpan(1))
            bad |= !Check(path, stdout);
        return bad ? 1 : 0;
    }

    static bool Check(string path, TextWriter stdout)
    {
        if (!Directory.Exists(path)) return CheckFile(path, stdout);
        string[] files;
        try
        {
            files = Directory.GetFiles(path, "*.json", SearchOption.AllDirectories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(path, new Fault(JsonPath.Root, "The folder cannot be read."), stdout);
        }

        if (files.Length == 0) return Refuse(path, new Fault(JsonPath.Root, "There is no *.json file in this folder."), stdout);
        Array.Sort(files, StringComparer.Ordinal);
        var good = true;
        foreach (var file in files) good &= CheckFile(file, stdout);
        return good;
    }

    static bool CheckFile(string file, TextWriter stdout)
    {
        var reading = InputFile.Read(file, RubricReader.Read);
        foreach (var fault in reading.Faults) Refuse(file, fault, stdout);
        if (reading.Ok) stdout.WriteLine(Line(reading.Value));
        return reading.Ok;
    }

    static bool Refuse(string file, Fault fault, TextWriter stdout)
    {
        stdout.WriteLine($"BAD {file}: {fault}");
        return false;
    }

    static string Line(Rubric rubric)
    {
        int Marks(int star) => rubric.Marks.Count(mark => mark.Star == star);
        var options = rubric.Leaves.Sum(leaf => leaf.Options.Count);
        var parts = string.Join('+', rubric.Parts.Select(part => part.Max));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"OK {rubric.SetCode} \"{OnOneLine(rubric.LabelVi)}\" leaves={rubric.Leaves.Count} options={options} marks={Marks(3)}/{Marks(4)}/{Marks(5)} points={rubric.TotalMax}={parts}");
    }

    // A quote or a line break inside the label must not end it for whoever reads the line.
    static string OnOneLine(string label) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(label);

    static int Misused(string message, TextWriter stderr)
    {
        stderr.WriteLine(message);
        stderr.WriteLine(Usage);
        return 2;
    }
}
