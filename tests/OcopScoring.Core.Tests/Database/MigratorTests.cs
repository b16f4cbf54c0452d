using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tests.Setting;

namespace OcopScoring.Core.Tests.Database;

public sealed class MigratorTests
{
    [Test]
    public async Task A_database_that_is_newer_than_the_program_is_refused()
    {
        await using var site = await TestSite.OpenAsync();
        await site.ChangeAsync(db => db.Database.ExecuteSqlAsync($"insert into \"__EFMigrationsHistory\" (migration_id, product_version) values ('29991231000000_Future', '99.0')"));

        var refused = Assert.CatchAsync<SetupException>(() => Migrator.MigrateAsync(site.ConnectionString, TestServer.RegimesFolder, site.Clock, CancellationToken.None));

        Assert.That((await refused)!.Message, Does.Contain("29991231000000_Future"));
    }

    [Test]
    public async Task Publishing_the_same_regimes_again_makes_no_new_version()
    {
        await using var site = await TestSite.OpenAsync();
        var before = await site.ReadAsync(db => db.RegimeVersions.OrderBy(v => v.RegimeId).Select(v => $"{v.RegimeId} {v.Number}").ToListAsync());

        await Migrator.MigrateAsync(site.ConnectionString, TestServer.RegimesFolder, site.Clock, CancellationToken.None);

        Assert.That(before, Is.EqualTo(["qd1048-2019 1", "qd148-2023 1", "qd26-2026 1"]));
        Assert.That(await site.ReadAsync(db => db.RegimeVersions.CountAsync()), Is.EqualTo(before.Count));
    }

    [Test]
    public async Task The_official_list_has_34_provinces_and_3321_communes()
    {
        await using var site = await TestSite.OpenAsync();

        var counts = await site.ReadAsync(db => db.Localities.Where(l => l.CycleId == null).GroupBy(l => l.Level).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync());

        Assert.That(counts.Select(c => c.Count), Is.EqualTo([34, 3321]));
    }

    [Test]
    public async Task The_model_has_no_change_that_no_migration_knows()
    {
        await using var site = await TestSite.OpenAsync();

        Assert.That(await site.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), Is.False);
    }
}
