using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Cli.Evaluation;
using OcopScoring.Core.Database;
using OcopScoring.Core.Workflow;
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
        if (demo)
            await EvaluateSamplesAsync(site, ct);
        await using var web = WebServer.Build(new WebServerOptions
        {
            Core = site.CoreOptions,
            Urls = $"http://127.0.0.1:{port}",
            Demo = demo,
            Configure = services =>
            {
                Site.Connect(services);
                services.AddHostedService<Pump>();
            },
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

    /// <summary>What was evaluated before is reported again as it stands now, with what people did to it since.</summary>
    static async Task EvaluateSamplesAsync(Site site, CancellationToken ct)
    {
        await using var services = site.Services();
        foreach (var sample in Samples)
        {
            var folder = Path.Combine(Site.Root, "samples", sample);
            var output = Path.Combine(site.DataFolder, "out", sample);
            var report = await new FolderEvaluation(services.GetRequiredService<IServiceScopeFactory>(), site.ConnectionString, folder, output, TextWriter.Null).RunAsync(ct);
            Console.Out.WriteLine();
            Console.Out.WriteLine($"samples/{sample} → {output}");
            report.WriteTable(Console.Out);
        }
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
