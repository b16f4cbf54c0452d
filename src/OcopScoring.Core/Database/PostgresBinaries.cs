using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OcopScoring.Core.Database;

/// <summary>PostgreSQL's own programs. As root they run as the user `postgres`, since the server refuses to be root.</summary>
sealed class PostgresBinaries(string folder)
{
    static bool IsRoot => Environment.UserName == "root";

    public static PostgresBinaries Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var candidates = (Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
            .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        var found = candidates.FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
        return found is null
            ? throw new SetupException("PostgreSQL was not found. Install it (apt-get install postgresql), or name a database in OCOP_CONNECTION.")
            : new PostgresBinaries(found);
    }

    public async Task InitialiseAsync(string data, string password, bool durable, CancellationToken ct)
    {
        Directory.CreateDirectory(data);
        if (IsRoot)
        {
            await RequireAsync("chown", ["postgres:postgres", data], ct);
            if ((await RunAsync("setpriv", [.. AsPostgres, "test", "-w", data], ct)).ExitCode != 0)
                throw new SetupException($"The user postgres cannot reach {data}. Name a folder that it can reach in OCOP_DATA, for example /var/lib/ocop.");
        }
        var passwordFile = data + ".password";
        try
        {
            await File.WriteAllTextAsync(passwordFile, password, ct);
            if (IsRoot)
                await RequireAsync("chown", ["postgres:postgres", passwordFile], ct);
            string[] speed = durable ? [] : ["--no-sync"];
            await RequireServerToolAsync("initdb",
                ["-D", data, "-U", "ocop", "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8", "--no-locale", .. speed], ct);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    public async Task<bool> IsRunningAsync(string data, CancellationToken ct) =>
        File.Exists(Path.Combine(data, "postmaster.pid")) && (await RunServerToolAsync("pg_ctl", ["status", "-D", data], ct)).ExitCode == 0;

    public async Task StartAsync(string data, int port, string log, bool durable, CancellationToken ct)
    {
        var speed = durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200{speed}");
        await File.AppendAllTextAsync(log, "", ct);
        if (IsRoot)
            await RequireAsync("chown", ["postgres:postgres", log], ct);
        var started = await RunServerToolAsync("pg_ctl", ["start", "-w", "-t", "60", "-D", data, "-l", log, "-o", options], ct);
        if (started.ExitCode != 0)
            throw new SetupException($"PostgreSQL did not start; its log is {log}. {started.Error}");
    }

    public async Task StopAsync(string data, CancellationToken ct)
    {
        if (await IsRunningAsync(data, ct))
            await RequireServerToolAsync("pg_ctl", ["stop", "-w", "-m", "fast", "-D", data], ct);
    }

    public static async Task EnsureDatabaseAsync(ServerSettings settings, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={settings.Port};Username=ocop;Password={settings.Password};Database=postgres;Pooling=false");
        await OpenWhenReadyAsync(connection, ct);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = 'ocop'", connection);
        if (await exists.ExecuteScalarAsync(ct) is not null)
            return;
        await using var create = new NpgsqlCommand("create database ocop", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A server that another process has just started may not take connections yet.</summary>
    static async Task OpenWhenReadyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await connection.OpenAsync(ct);
                return;
            }
            catch (NpgsqlException) when (attempt < 150)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    static string[] AsPostgres => ["--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env"];

    Task<(int ExitCode, string Error)> RunServerToolAsync(string tool, string[] arguments, CancellationToken ct) =>
        IsRoot
            ? RunAsync("setpriv", [.. AsPostgres, Path.Combine(folder, tool), .. arguments], ct)
            : RunAsync(Path.Combine(folder, tool), arguments, ct);

    async Task RequireServerToolAsync(string tool, string[] arguments, CancellationToken ct)
    {
        var (exitCode, error) = await RunServerToolAsync(tool, arguments, ct);
        if (exitCode != 0)
            throw new SetupException($"{tool} failed: {error}");
    }

    static async Task RequireAsync(string program, string[] arguments, CancellationToken ct)
    {
        var (exitCode, error) = await RunAsync(program, arguments, ct);
        if (exitCode != 0)
            throw new SetupException($"{program} failed: {error}");
    }

    static async Task<(int ExitCode, string Error)> RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        // pg_ctl leaves the server running with the streams it inherits; a pipe would never end, so its output goes to a file.
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output, program, .. arguments])
            {
                WorkingDirectory = "/",
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, (await File.ReadAllTextAsync(output, ct)).Trim());
        }
        finally
        {
            File.Delete(output);
        }
    }
}
