using Npgsql;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.Tests;

/// <summary>One real PostgreSQL per run, with a template that is migrated once; every fixture clones its own database from it.</summary>
[SetUpFixture]
public sealed class TestServer
{
    static PrivateServer? server;
    static int clones;

    public static string Folder { get; private set; } = "";

    public static string RegimesFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "workflows");

    static string TemplateConnection => server!.ConnectionString;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        Folder = Path.Combine(Path.GetTempPath(), $"ocop-core-tests-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Folder);
        server = await PrivateServer.StartAsync(Folder, durable: false, CancellationToken.None);
        await Migrator.MigrateAsync(TemplateConnection, RegimesFolder, TimeProvider.System, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The connection string of a new database that looks like the template.</summary>
    public static async Task<string> CloneAsync()
    {
        var name = $"clone_{Interlocked.Increment(ref clones)}";
        var admin = new NpgsqlConnectionStringBuilder(TemplateConnection) { Database = "postgres", Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var clone = new NpgsqlCommand($"create database {name} template ocop", connection);
        await clone.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(TemplateConnection) { Database = name }.ConnectionString;
    }
}
