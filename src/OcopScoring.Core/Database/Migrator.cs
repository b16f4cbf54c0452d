using Microsoft.EntityFrameworkCore;
using Npgsql;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Localities;

namespace OcopScoring.Core.Database;

/// <summary>Brings a database up to date: schema, official list of localities, regimes. Safe to run from several nodes at once.</summary>
public static class Migrator
{
    const long Lock = 0x0C0F_5C0E;

    /// <param name="regimes">The folder with one sub-folder per regime.</param>
    /// <exception cref="SetupException">The database is newer than this program.</exception>
    public static async Task MigrateAsync(string connectionString, string regimes, TimeProvider clock, CancellationToken ct)
    {
        await using var gate = new NpgsqlConnection(connectionString);
        await gate.OpenAsync(ct);
        await using (var enter = new NpgsqlCommand($"select pg_advisory_lock({Lock})", gate))
            await enter.ExecuteNonQueryAsync(ct);
        var options = new DbContextOptionsBuilder<OcopDb>();
        OcopDbOptions.Configure(options, connectionString);
        await using var db = new OcopDb(options.Options);
        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m)) is { } newer)
            throw new SetupException($"The database is newer than this program: it has the migration {newer}. Start the newer program, or restore an older database.");
        await db.Database.MigrateAsync(ct);
        await LocalityList.EnsureLoadedAsync(db, ct);
        await RegimePublisher.PublishAllAsync(db, regimes, clock.GetUtcNow(), ct);
    }
}
