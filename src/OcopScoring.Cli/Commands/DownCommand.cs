using OcopScoring.Core.Database;

namespace OcopScoring.Cli.Commands;

static class DownCommand
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var stopped = await PrivateServer.StopAbandonedAsync(Site.DefaultDataFolder, ct);
        Console.Error.WriteLine(stopped ? "The private PostgreSQL was stopped." : "Nothing to stop: no private PostgreSQL was left behind.");
        return 0;
    }
}
