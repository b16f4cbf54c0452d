using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OcopScoring.Cli;
using OcopScoring.Cli.Evaluation;
using OcopScoring.Core;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Web.Tests.Setting;

namespace OcopScoring.Web.Tests;

/// <summary>
/// One real PostgreSQL per run, holding the evaluated sample `small-province` with demo accounts and councils. Every fixture that
/// changes something clones a database of its own from it.
/// </summary>
[SetUpFixture]
public sealed class SampleProvince
{
    static PrivateServer server = null!;
    static int clones;

    /// <summary>The day on which the pages of the tests are looked at: after the last act of the sample.</summary>
    public static DateTimeOffset Today { get; } = Now.MorningOf(new DateOnly(2026, 11, 23));

    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), $"ocop-web-tests-{Guid.NewGuid():N}");

    public static string Password { get; private set; } = "";

    public static async Task<string> CloneAsync()
    {
        var name = $"site{Interlocked.Increment(ref clones)}";
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template ocop", connection);
        await command.ExecuteNonQueryAsync();
        settings.Database = name;
        return settings.ConnectionString;
    }

    [OneTimeSetUp]
    public async Task EvaluateAsync()
    {
        Directory.CreateDirectory(Folder);
        server = await PrivateServer.StartAsync(Folder, durable: false, CancellationToken.None);
        await Migrator.MigrateAsync(server.ConnectionString, Repository.At("workflows"), TimeProvider.System, CancellationToken.None);
        var core = new CoreOptions(server.ConnectionString, Folder, "https://ocop.example.vn");
        var collection = new ServiceCollection();
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        collection.AddOcopCore(core);
        Site.Connect(collection);
        await using (var services = collection.BuildServiceProvider())
        {
            var report = await new FolderEvaluation(services.GetRequiredService<IServiceScopeFactory>(), server.ConnectionString, Repository.At("samples", "small-province"), Path.Combine(Folder, "out"), TextWriter.Null)
                .RunAsync(CancellationToken.None);
            Assert.That(report.IsGood, Is.True, "the sample is what the tests stand on");
        }
        await using (var web = WebServer.Build(new WebServerOptions { Core = core, Urls = "http://127.0.0.1:0", Demo = true, Configure = Site.Connect, Log = _ => { } }))
        await using (var scope = web.Services.CreateAsyncScope())
        {
            (_, Password) = await DemoMode.AccountsAsync(scope.ServiceProvider, CancellationToken.None);
            await Cast.EnterAsync(scope.ServiceProvider.GetRequiredService<OcopDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), Password);
        }
        NpgsqlConnection.ClearAllPools();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
