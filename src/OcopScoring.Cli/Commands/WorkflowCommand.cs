using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcopScoring.Workflows;

namespace OcopScoring.Cli.Commands;

/// <summary><c>ocop workflow check|run|diagram</c>: definitions without a database (contracts, part 3).</summary>
public static class WorkflowCommand
{
    const string Usage =
        """
        Usage: ocop workflow check FILE...
               ocop workflow run FILE [--input NAME=JSON]... [--resume ACTIVITY[:OUTCOME][=JSON]]... [--at ISO-TIME]...
                                 [--allow-open-outcomes] [--allow-unsound] [--json]
               ocop workflow diagram FILE --format svg|mermaid [-o OUT]
        """;

    static readonly JsonSerializerOptions Printed = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>0 when done, 1 when a file is missing or refused, or a step of a run is; 2 for wrong use.</summary>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        try
        {
            return args switch
            {
                ["check", _, ..] => Check(args[1..], stdout),
                ["run", ..] => Rehearse(RunOptions.Parse(args[1..]), stdout, stderr),
                ["diagram", ..] => Draw(args[1..], stdout, stderr),
                _ => throw new MisuseException("One of check, run and diagram with a FILE is needed."),
            };
        }
        catch (MisuseException misuse)
        {
            stderr.WriteLine(misuse.Message);
            stderr.WriteLine(Usage);
            return 2;
        }
    }

    static int Check(string[] files, TextWriter stdout)
    {
        foreach (string file in files)
            if (file.StartsWith('-')) throw new MisuseException($"There is no option {file}.");
        bool bad = false;
        foreach (string file in files)
        {
            if (Read(file, stdout) is not { } definition)
            {
                bad = true;
                continue;
            }

            SoundnessReport report = SoundnessCheck.Check(definition);
            foreach (SoundnessFault fault in report.Faults) stdout.WriteLine($"BAD {file}: {fault.Path}: {fault.Message}");
            bad |= !report.IsSound;
            if (report.IsSound) stdout.WriteLine(string.Create(CultureInfo.InvariantCulture, $"OK {definition.DefinitionId} v{definition.Version} activities={definition.Activities.Count - 1} states={report.States}"));
        }

        return bad ? 1 : 0;
    }

    /// <summary>The definition of a file, or null after one BAD line for each fault.</summary>
    static WorkflowDefinition? Read(string file, TextWriter refusals)
    {
        if (InputFile.Read(file, out var unreadable) is not { } bytes)
        {
            refusals.WriteLine($"BAD {file}: {unreadable}");
            return null;
        }

        DefinitionReading reading = DefinitionReader.Read(bytes);
        foreach (Fault fault in reading.Faults) refusals.WriteLine($"BAD {file}: {fault}");
        return reading.Definition;
    }

    static int Rehearse(RunOptions options, TextWriter stdout, TextWriter stderr)
    {
        if (Read(options.File, stderr) is not { } definition || !IsAllowed(definition, options, stderr)) return 1;
        var rehearsal = new Rehearsal(definition);
        Refusal? refusal = rehearsal.Start(options.Inputs);
        if (refusal is null)
        {
            foreach (Func<Rehearsal, Refusal?> step in options.Steps(definition))
            {
                refusal = step(rehearsal);
                if (refusal is not null) break;
            }

            // A refused step changed nothing: what is printed is how the run stands without it.
            if (options.Json) stdout.WriteLine(rehearsal.Report().ToJsonString(Printed));
            else Tell(rehearsal, stdout);
        }

        if (refusal is null) return 0;
        stderr.WriteLine($"{options.File}: {refusal.Message}");
        return 1;
    }

    static bool IsAllowed(WorkflowDefinition definition, RunOptions options, TextWriter stderr)
    {
        if (options.AllowUnsound) return true;
        SoundnessReport report = SoundnessCheck.Check(definition);
        if (report.IsSound || (options.AllowOpenOutcomes && report.HasOnlyOpenOutcomes)) return true;
        foreach (SoundnessFault fault in report.Faults) stderr.WriteLine($"BAD {options.File}: {fault.Path}: {fault.Message}");
        return false;
    }

    static void Tell(Rehearsal rehearsal, TextWriter stdout)
    {
        JsonObject report = rehearsal.Report();
        stdout.WriteLine($"{report["definitionId"]} v{report["version"]}: {report["status"]}");
        stdout.WriteLine($"  trace: {string.Join(" → ", rehearsal.Trace)}");
        foreach (Bookmark bookmark in rehearsal.State.Bookmarks)
            stdout.WriteLine($"  waits: {bookmark.ActivityId} ({bookmark.Name}) for {string.Join(", ", bookmark.Outcomes)}{(bookmark.Due is { } due ? $", due {due:yyyy-MM-ddTHH:mm:ssZ}" : "")}");
        foreach (Incident incident in rehearsal.State.Incidents) stdout.WriteLine($"  incident: {incident.ActivityId}: {incident.Message}");
        foreach (string group in (ReadOnlySpan<string>)["variables", "outputs"])
            foreach ((string name, JsonNode? value) in report[group]!.AsObject()) stdout.WriteLine($"  {group[..^1]}: {name} = {value?.ToJsonString(Printed) ?? "null"}");
        foreach (string line in rehearsal.Log) stdout.WriteLine($"  log: {line}");
    }

    static int Draw(string[] args, TextWriter stdout, TextWriter stderr)
    {
        string? file = null, format = null, target = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--format" && format is null && i + 1 < args.Length) format = args[++i];
            else if (args[i] is "-o" && target is null && i + 1 < args.Length) target = args[++i];
            else if (args[i].StartsWith('-')) throw new MisuseException($"The option {args[i]} is unknown, given twice or lacks its value.");
            else if (file is null) file = args[i];
            else throw new MisuseException("Only one FILE can be drawn.");
        }

        if (file is null) throw new MisuseException("A FILE is needed.");
        if (format is not ("svg" or "mermaid")) throw new MisuseException("--format svg or --format mermaid is needed.");
        if (Read(file, stderr) is not { } definition) return 1;
        string drawing = format == "svg" ? Diagram.Svg(definition) : Diagram.Mermaid(definition);
        if (target is null)
        {
            stdout.Write(drawing);
            return 0;
        }

        try
        {
            File.WriteAllText(target, drawing);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"{target}: the file cannot be written.");
            return 1;
        }
    }

    sealed class MisuseException(string message) : Exception(message);

    /// <summary>What stands behind <c>ocop workflow run</c>; steps keep their order.</summary>
    sealed class RunOptions
    {
        readonly List<(string Option, string Value)> steps = [];

        public string File { get; private init; } = "";
        public Dictionary<string, JsonNode?> Inputs { get; } = [];
        public bool AllowOpenOutcomes { get; private set; }
        public bool AllowUnsound { get; private set; }
        public bool Json { get; private set; }

        public static RunOptions Parse(string[] args)
        {
            string? file = null;
            var options = new List<(string Name, string Value)>();
            for (int i = 0; i < args.Length; i++)
            {
                if (args[i] is "--allow-open-outcomes" or "--allow-unsound" or "--json") options.Add((args[i], ""));
                else if (args[i] is "--input" or "--resume" or "--at")
                    options.Add(i + 1 < args.Length ? (args[i], args[++i]) : throw new MisuseException($"The option {args[i]} lacks its value."));
                else if (args[i].StartsWith("--", StringComparison.Ordinal)) throw new MisuseException($"There is no option {args[i]}.");
                else if (file is null) file = args[i];
                else throw new MisuseException("Only one FILE can be run.");
            }

            var run = new RunOptions { File = file ?? throw new MisuseException("A FILE is needed.") };
            foreach ((string name, string value) in options) run.Add(name, value);
            return run;
        }

        void Add(string name, string value)
        {
            switch (name)
            {
                case "--allow-open-outcomes": AllowOpenOutcomes = true; break;
                case "--allow-unsound": AllowUnsound = true; break;
                case "--json": Json = true; break;
                case "--input":
                    int equals = value.IndexOf('=', StringComparison.Ordinal);
                    if (equals < 1) throw new MisuseException($"--input {value}: NAME=JSON is expected.");
                    if (!Inputs.TryAdd(value[..equals], ParseJson(value[(equals + 1)..], name))) throw new MisuseException($"The input {value[..equals]} is given twice.");
                    break;
                case "--at":
                    ParseTime(value);
                    steps.Add((name, value));
                    break;
                default: steps.Add((name, value)); break;
            }
        }

        public List<Func<Rehearsal, Refusal?>> Steps(WorkflowDefinition definition)
        {
            // All are read before the first is carried out, so that wrong use never leaves a run half done.
            var read = new List<Func<Rehearsal, Refusal?>>();
            foreach ((string option, string value) in steps)
            {
                if (option == "--at")
                {
                    DateTimeOffset time = ParseTime(value);
                    read.Add(rehearsal => rehearsal.MoveTo(time));
                }
                else
                {
                    (string activity, string? outcome, JsonNode? result) = ParseResume(definition, value);
                    read.Add(rehearsal => rehearsal.Resume(activity, outcome, result));
                }
            }

            return read;
        }

        /// <summary>ACTIVITY[:OUTCOME][=JSON]. An id may itself hold colons and equals signs: the longest id of the definition that fits is taken.</summary>
        static (string Activity, string? Outcome, JsonNode? Result) ParseResume(WorkflowDefinition definition, string value)
        {
            string? known = definition.Activities.Select(activity => activity.Id)
                .Where(id => value.StartsWith(id, StringComparison.Ordinal) && (value.Length == id.Length || value[id.Length] is ':' or '='))
                .MaxBy(id => id.Length);
            string activity = known ?? value.Split(':', '=')[0], rest = value[activity.Length..];
            int equals = rest.IndexOf('=', StringComparison.Ordinal);
            string outcome = equals < 0 ? rest : rest[..equals];
            return (activity, outcome.Length > 1 ? outcome[1..] : null, equals < 0 ? null : ParseJson(rest[(equals + 1)..], "--resume"));
        }

        static JsonNode? ParseJson(string text, string option)
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                throw new MisuseException($"{option}: '{text}' is no JSON; a text needs quotation marks.");
            }
        }

        static DateTimeOffset ParseTime(string text)
        {
            const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            bool looksIso = text.Length >= 10 && text[4] == '-' && text[7] == '-' && text.Take(4).All(char.IsAsciiDigit);
            if (looksIso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, style, out DateTimeOffset time)) return time;
            throw new MisuseException($"--at {text}: a time in ISO 8601 is expected, such as 2026-01-05T08:00:00Z.");
        }
    }
}
