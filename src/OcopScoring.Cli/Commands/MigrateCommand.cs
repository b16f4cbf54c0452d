namespace OcopScoring.Cli.Commands;

static class MigrateCommand
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        await using var site = await Site.OpenAsync(ct);
        Console.Error.WriteLine("The database is up to date.");
        return 0;
    }
}
