using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Cli.Evaluation;
using OcopScoring.Core.Database;
using OcopScoring.Web;

namespace OcopScoring.Cli.Commands;

/// <summary>The main job for a newcomer: evaluates the sample folders, prints what came of them, and serves the pages until Ctrl-C.</summary>
static class UpCommand
{
    static readonly string[] Samples = ["small-province", "four-tiers", "2019"];

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var (port, demo) = Parse(args);
        RequireFreePort(port);
        await using var site = await Site.OpenAsync(ct);
        using var only = TakeTurn(site.DataFolder);
        var exitCode = demo ? await EvaluateSamplesAsync(site, ct) : 0;
        if (exitCode != 0)
            return exitCode;
        await using var web = WebServer.Build(new WebServerOptions
        {
            Core = site.CoreOptions,
            Urls = $"http://127.0.0.1:{port}",
            Demo = demo,
            Configure = Site.Connect,
        });
        await web.StartAsync(ct);
        Console.Out.WriteLine();
        Console.Out.WriteLine($"Serving on http://127.0.0.1:{port} — Ctrl-C stops everything.");
        if (demo)
            await PrintAccountsAsync(web.Services, ct);
        await WaitAsync(ct);
        await web.StopAsync(CancellationToken.None);
        return 0;
    }

    static async Task<int> EvaluateSamplesAsync(Site site, CancellationToken ct)
    {
        await using var services = site.Services();
        var failed = false;
        foreach (var sample in Samples)
        {
            var folder = Path.Combine(Site.Root, "samples", sample);
            var output = Path.Combine(site.DataFolder, "out", sample);
            var report = await new FolderEvaluation(services.GetRequiredService<IServiceScopeFactory>(), site.ConnectionString, folder, output, TextWriter.Null).RunAsync(ct);
            Console.Out.WriteLine();
            Console.Out.WriteLine($"samples/{sample} → {output}");
            report.WriteTable(Console.Out);
            failed |= !report.IsGood;
        }
        if (failed)
            Console.Error.WriteLine("Some samples did not come out as expected; see above.");
        return failed ? 1 : 0;
    }

    static async Task PrintAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (accounts, password) = await DemoMode.AccountsAsync(scope.ServiceProvider, ct);
        Console.Out.WriteLine($"Demo accounts, all with the password {password}");
        foreach (var (user, title) in accounts)
            Console.Out.WriteLine($"  {user,-28} {title}");
    }

    static async Task WaitAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how serving ends.
        }
    }

    /// <summary>One `ocop up` serves a data folder.</summary>
    static FileStream TakeTurn(string dataFolder)
    {
        try
        {
            return new FileStream(Path.Combine(dataFolder, "up.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SetupException($"Another `ocop up` serves {dataFolder} already. Stop it first, or name another folder in OCOP_DATA.");
        }
    }

    static void RequireFreePort(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new SetupException($"Port {port} is in use: another program (perhaps another `ocop up`) serves there. Stop it, or choose one: ocop up --port N");
        }
    }

    static (int Port, bool Demo) Parse(string[] args)
    {
        var (port, demo) = (5080, true);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--no-demo")
                demo = false;
            else if (args[i] == "--port" && i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and < 65536)
                (port, i) = (given, i + 1);
            else
                throw new UsageException($"Unexpected '{args[i]}'. Use: ocop up [--port N] [--no-demo]");
        }
        return (port, demo);
    }
}
