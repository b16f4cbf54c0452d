using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace OcopScoring.Core.Database;

/// <summary>
/// A PostgreSQL of our own in the data folder, for whoever has no database yet. Any number of processes share it: the first
/// starts it, the last one out stops it. Each holds a locked file in `users/`, which the system releases even when the process is killed.
/// </summary>
public sealed class PrivateServer : IAsyncDisposable
{
    readonly PostgresBinaries binaries;
    readonly string folder;
    FileStream? membership;

    PrivateServer(PostgresBinaries binaries, string folder, string connectionString) =>
        (this.binaries, this.folder, ConnectionString) = (binaries, folder, connectionString);

    public string ConnectionString { get; }

    /// <param name="dataFolder">Holds `postgres/`; made when missing.</param>
    /// <param name="durable">False only for tests: trades durability for speed.</param>
    /// <exception cref="SetupException">No binaries, a folder that the server's user cannot reach, or a server that does not start.</exception>
    public static async Task<PrivateServer> StartAsync(string dataFolder, bool durable, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        var binaries = PostgresBinaries.Find();
        Directory.CreateDirectory(Path.Combine(folder, "users"));
        await using var gate = await EnterAsync(folder, ct);
        var settings = await SettingsAsync(binaries, folder, durable, ct);
        if (!await binaries.IsRunningAsync(DataOf(folder), ct))
        {
            // Written first: a process that is killed right after the start leaves a server that others find.
            settings = settings with { Port = FreePort() };
            await WriteSettingsAsync(folder, settings, ct);
            await binaries.StartAsync(DataOf(folder), settings.Port, Path.Combine(folder, "server.log"), durable, ct);
        }
        var connection = $"Host=127.0.0.1;Port={settings.Port};Username=ocop;Password={settings.Password};Database=ocop;Maximum Pool Size=40;Include Error Detail=false";
        var server = new PrivateServer(binaries, folder, connection) { membership = Join(folder) };
        await PostgresBinaries.EnsureDatabaseAsync(settings, ct);
        return server;
    }

    /// <summary>Stops a server that killed commands left behind; one that is in use goes on. True when something was stopped.</summary>
    public static async Task<bool> StopAbandonedAsync(string dataFolder, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        if (!Directory.Exists(DataOf(folder)))
            return false;
        var binaries = PostgresBinaries.Find();
        await using var gate = await EnterAsync(folder, ct);
        if (AnyUser(folder) || !await binaries.IsRunningAsync(DataOf(folder), ct))
            return false;
        await binaries.StopAsync(DataOf(folder), ct);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (membership is null)
            return;
        await using var gate = await EnterAsync(folder, CancellationToken.None);
        var name = membership.Name;
        await membership.DisposeAsync();
        membership = null;
        File.Delete(name);
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (!AnyUser(folder))
            await binaries.StopAsync(DataOf(folder), CancellationToken.None);
    }

    static string DataOf(string folder) => Path.Combine(folder, "data");

    static async Task<ServerSettings> SettingsAsync(PostgresBinaries binaries, string folder, bool durable, CancellationToken ct)
    {
        var file = Path.Combine(folder, "server.json");
        if (File.Exists(file) && File.Exists(Path.Combine(DataOf(folder), "PG_VERSION")))
            return JsonSerializer.Deserialize<ServerSettings>(await File.ReadAllTextAsync(file, ct))!;
        // Made beside its place and moved there whole: what was cut off before is left alone, its initdb may still be running.
        var settings = new ServerSettings(0, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        var fresh = Path.Combine(folder, $"new-{Guid.NewGuid():N}");
        await binaries.InitialiseAsync(fresh, settings.Password, durable, ct);
        await WriteSettingsAsync(folder, settings, ct);
        Directory.Move(fresh, DataOf(folder));
        RemoveAbandoned(folder);
        return settings;
    }

    static void RemoveAbandoned(string folder)
    {
        foreach (var abandoned in Directory.GetDirectories(folder, "new-*"))
        {
            try
            {
                Directory.Delete(abandoned, recursive: true);
            }
            catch (IOException)
            {
                // Still being written by an initdb whose command was killed; it harms nobody.
            }
        }
        foreach (var password in Directory.GetFiles(folder, "new-*.password"))
            File.Delete(password);
    }

    static async Task WriteSettingsAsync(string folder, ServerSettings settings, CancellationToken ct)
    {
        var file = Path.Combine(folder, "server.json");
        await using (var stream = new FileStream(file + ".new", new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await JsonSerializer.SerializeAsync(stream, settings, cancellationToken: ct);
            stream.Flush(flushToDisk: true);
        }
        File.Move(file + ".new", file, overwrite: true);
    }

    static async Task<FileStream> EnterAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        for (; ; )
        {
            if (TryLock(Path.Combine(folder, "lock")) is { } gate)
                return gate;
            await Task.Delay(50, ct);
        }
    }

    static FileStream Join(string folder) =>
        TryLock(Path.Combine(folder, "users", $"{Environment.ProcessId}-{Guid.NewGuid():N}")) ?? throw new IOException($"{folder}/users cannot be written.");

    /// <summary>Whether a living process holds a membership; those of dead ones are removed.</summary>
    static bool AnyUser(string folder)
    {
        var any = false;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "users")))
        {
            using var dead = TryLock(file);
            if (dead is null)
                any = true;
            else
                File.Delete(file);
        }
        return any;
    }

    static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

sealed record ServerSettings(int Port, string Password);

/// <summary>The machine lacks something that the program needs; the message says what to do.</summary>
public sealed class SetupException(string message) : Exception(message);
