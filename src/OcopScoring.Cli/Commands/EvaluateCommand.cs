using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Cli.Evaluation;

namespace OcopScoring.Cli.Commands;

static class EvaluateCommand
{
    const string Usage = "ocop evaluate FOLDER --out DIR [--json]";

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var (folder, output, json) = Parse(args);
        await using var site = await Site.OpenAsync(ct);
        await using var services = site.Services();
        try
        {
            var report = await new FolderEvaluation(services.GetRequiredService<IServiceScopeFactory>(), site.ConnectionString, folder, output, Console.Error).RunAsync(ct);
            if (json)
                Console.Out.WriteLine(report.ToJson());
            else
                report.WriteTable(Console.Out);
            return report.IsGood ? 0 : 1;
        }
        catch (FolderFault fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    static (string Folder, string Output, bool Json) Parse(string[] args)
    {
        string? folder = null, output = null;
        var json = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json")
                json = true;
            else if (args[i] == "--out" && i + 1 < args.Length)
                output = args[++i];
            else if (folder is null && !args[i].StartsWith('-'))
                folder = args[i];
            else
                throw new UsageException($"Unexpected '{args[i]}'. Use: {Usage}");
        }
        return folder is not null && output is not null ? (folder, output, json) : throw new UsageException($"Use: {Usage}");
    }
}
