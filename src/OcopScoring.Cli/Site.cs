using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OcopScoring.Core;
using OcopScoring.Core.Database;
using OcopScoring.Core.Recognition;

namespace OcopScoring.Cli;

/// <summary>An installation: its data folder and its database, private or named by OCOP_CONNECTION, migrated and ready.</summary>
sealed class Site : IAsyncDisposable
{
    readonly PrivateServer? server;

    Site(string dataFolder, string connectionString, PrivateServer? server) =>
        (DataFolder, ConnectionString, this.server) = (dataFolder, connectionString, server);

    public string DataFolder { get; }

    public string ConnectionString { get; }

    public static string Root => Environment.GetEnvironmentVariable("OCOP_ROOT") ?? Directory.GetCurrentDirectory();

    public static string DefaultDataFolder => Environment.GetEnvironmentVariable("OCOP_DATA") is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(Root, ".data");

    public static string RegimesFolder => Path.Combine(AppContext.BaseDirectory, "workflows");

    public static string PublicBaseUrl => Environment.GetEnvironmentVariable("OCOP_PUBLIC_URL") is { Length: > 0 } url ? url : "http://127.0.0.1:5080";

    public static async Task<Site> OpenAsync(CancellationToken ct)
    {
        var data = DefaultDataFolder;
        Directory.CreateDirectory(data);
        Site site;
        if (Environment.GetEnvironmentVariable("OCOP_CONNECTION") is { Length: > 0 } connection)
        {
            site = new Site(data, connection, null);
        }
        else
        {
            var server = await PrivateServer.StartAsync(data, durable: true, ct);
            site = new Site(data, server.ConnectionString, server);
        }
        try
        {
            await Migrator.MigrateAsync(site.ConnectionString, RegimesFolder, TimeProvider.System, ct);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public CoreOptions CoreOptions => new(ConnectionString, DataFolder, PublicBaseUrl);

    /// <summary>The services of a command without a web server.</summary>
    public ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddSimpleConsole().AddFilter(level => level >= LogLevel.Warning));
        services.AddOcopCore(CoreOptions);
        Connect(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>What Core needs of the documents.</summary>
    public static void Connect(IServiceCollection services) => services.AddSingleton<ICertificateDocuments, CertificateDocuments>();

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }
}
