using System.Diagnostics;
using OcopScoring.Rubrics;

namespace OcopScoring.Cli.Bench;

/// <summary>
/// <c>ocop bench score [--quick] [--json]</c>: council results a second of one core and bytes allocated for each, of nine sheets with the 32
/// criteria of QD26-11, beside the same result computed with plain decimal LINQ in the same run. Time is that which the processor spent on this
/// program, all its threads together, so that what else the machine does is not measured.
/// </summary>
public static class ScoreBench
{
    const string Usage = "Usage: ocop bench score [--quick] [--json]";
    const string RubricFile = "workflows/qd26-2026/rubrics/qd26-11-che.json";

    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        if (args.FirstOrDefault(arg => arg is not ("--quick" or "--json")) is { } unknown)
        {
            stderr.WriteLine($"There is no option {unknown}.");
            stderr.WriteLine(Usage);
            return 2;
        }

        if (FindRubric() is not { } file)
        {
            stderr.WriteLine($"{RubricFile}: $: There is no such file above {AppContext.BaseDirectory}.");
            return 1;
        }

        var report = new BenchReport("score");
        var rubric = RubricReader.Read(File.ReadAllBytes(file)).OrThrow();
        Measure(rubric, args.Contains("--quick"), report);
        report.Print(stdout, args.Contains("--json"));
        return 0;
    }

    static void Measure(Rubric rubric, bool quick, BenchReport report)
    {
        // Many different councils, so that neither side profits from having seen the same sheets a moment ago.
        var rules = CouncilRules.Default;
        var councils = ScoreBenchCouncils.Make(rubric, count: 256, seats: 9);
        var baselines = councils.Select(council => new DecimalBaseline(council)).ToArray();
        foreach (var (council, baseline) in councils.Zip(baselines))
            baseline.MustAgree(CouncilScoring.Score(rubric, council, rules));

        var exact = new Meter(i => CouncilScoring.Score(rubric, councils[i % councils.Length], rules).Counted);
        var plain = new Meter(i => baselines[i % baselines.Length].Score(rules).Counted);
        var round = TimeSpan.FromSeconds(quick ? 0.3 : 2);
        exact.WarmUp(2 * round);
        plain.WarmUp(2 * round);
        for (var i = 0; i < 12; i++)
        {
            exact.RunFor(round);
            plain.RunFor(round);
        }

        report.Add("score.results", exact.PerSecond, "1/s", plain.PerSecond);
        report.Add("score.bytes", exact.BytesEach, "B", plain.BytesEach);
    }

    static string? FindRubric()
    {
        var root = Environment.GetEnvironmentVariable("OCOP_ROOT");
        if (root is not null && Path.Combine(root, RubricFile) is var given && File.Exists(given)) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, RubricFile) is var file && File.Exists(file)) return file;
        return null;
    }

    /// <summary>Runs one piece of work on this thread and adds up how often, in what processor time, and with what memory.</summary>
    sealed class Meter(Func<int, int> work)
    {
        const int Batch = 64;
        long check;
        int next;
        long done;
        long allocated;
        TimeSpan spent;

        public double PerSecond => done / spent.TotalSeconds;

        public double BytesEach => (double)allocated / done;

        public void WarmUp(TimeSpan time)
        {
            RunFor(time);
            (done, allocated, spent) = (0, 0, TimeSpan.Zero);
        }

        public void RunFor(TimeSpan time)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var processor = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            do
            {
                for (var i = 0; i < Batch; i++) check += work(next++ & int.MaxValue);
                done += Batch;
            }
            while (clock.Elapsed < time);
            spent += Environment.CpuUsage.TotalTime - processor;
            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (check == 0) throw new InvalidOperationException("The measured work did nothing.");
        }
    }
}
