using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Commands;

/// <summary><c>ocop score RUBRIC.json SHEETS.json [--rules RULES.json] [--json]</c>: the result of one council round.</summary>
public static class ScoreCommand
{
    const string Usage = "Usage: ocop score RUBRIC.json SHEETS.json [--rules RULES.json] [--json]";

    sealed record Options(string Rubric, string Sheets, string? Rules, bool Json);

    /// <summary>0 when there is a result, 1 when a file is missing or refused, 2 for wrong use.</summary>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        if (Parse(args, out var refusal) is not { } options)
        {
            stderr.WriteLine(refusal);
            stderr.WriteLine(Usage);
            return 2;
        }

        var rubric = Accept(options.Rubric, InputFile.Read(options.Rubric, RubricReader.Read), stderr);
        var rules = options.Rules is null
            ? CouncilRules.Default
            : Accept(options.Rules, InputFile.Read(options.Rules, CouncilRulesReader.Read), stderr);
        var sheets = rubric is null
            ? null
            : Accept(options.Sheets, InputFile.Read(options.Sheets, bytes => ScoreSheetsReader.Read(bytes, rubric)), stderr);
        if (rubric is null || rules is null || sheets is null) return 1;

        var result = CouncilScoring.Score(rubric, sheets, rules);
        if (options.Json) stdout.WriteLine(result.ToJson());
        else ScoreTable.Write(rubric, result, stdout);
        return 0;
    }

    static T? Accept<T>(string file, Reading<T> reading, TextWriter stderr)
        where T : class
    {
        foreach (var fault in reading.Faults) stderr.WriteLine($"{file}: {fault}");
        return reading.Value;
    }

    static Options? Parse(string[] args, out string refusal)
    {
        var files = new List<string>();
        string? rules = null;
        var json = false;
        refusal = "";
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json" when !json:
                    json = true;
                    break;
                case "--rules" when rules is null:
                    if (i + 1 == args.Length || args[i + 1].StartsWith('-')) refusal = "--rules needs a file.";
                    else rules = args[++i];
                    break;
                case "--json" or "--rules":
                    refusal = $"{args[i]} is given twice.";
                    break;
                case ['-', ..] option:
                    refusal = $"There is no option {option}.";
                    break;
                default:
                    files.Add(args[i]);
                    break;
            }

            if (refusal.Length > 0) return null;
        }

        if (files is [var rubric, var sheets]) return new Options(rubric, sheets, rules, json);
        refusal = "A rubric and the sheets of one round are needed.";
        return null;
    }
}
