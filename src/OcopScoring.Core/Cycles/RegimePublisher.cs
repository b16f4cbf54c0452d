using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.Cycles;

/// <summary>Publishes regime folders into the database. The same content is published once; changed content becomes the next version.</summary>
public static class RegimePublisher
{
    /// <summary>Publishes every regime under a folder.</summary>
    public static async Task PublishAllAsync(OcopDb db, string folder, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(d => File.Exists(Path.Combine(d, "regime.json"))))
            await PublishAsync(db, RegimeFolder.Load(path), at, ct);
    }

    static async Task PublishAsync(OcopDb db, RegimeFolder folder, DateTimeOffset at, CancellationToken ct)
    {
        var sha256 = HashOf(folder);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"regime:" + folder.Regime.Id}, 0))", ct);
        if (await db.RegimeVersions.AnyAsync(v => v.RegimeId == folder.Regime.Id && v.Sha256 == sha256, ct))
            return;
        var number = await db.RegimeVersions.Where(v => v.RegimeId == folder.Regime.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
        var version = new RegimeVersion
        {
            RegimeId = folder.Regime.Id,
            Number = number + 1,
            Sha256 = sha256,
            Document = Encoding.UTF8.GetString(folder.RegimeDocument),
            PublishedAt = at,
        };
        version.Workflows.AddRange(folder.Workflows.Select(w => new WorkflowVersion
        {
            RegimeVersionId = version.Id,
            Name = w.Name,
            Sha256 = Hash(w.Document),
            Document = Encoding.UTF8.GetString(w.Document),
        }));
        version.Rubrics.AddRange(folder.Rubrics.Select(r => new RubricVersion
        {
            RegimeVersionId = version.Id,
            SetNo = r.Rubric.SetNo,
            SetCode = r.Rubric.SetCode,
            Sha256 = Hash(r.Document),
            Document = Encoding.UTF8.GetString(r.Document),
        }));
        db.RegimeVersions.Add(version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    static string HashOf(RegimeFolder folder)
    {
        var lines = folder.Workflows.Select(w => $"{w.Name} {Hash(w.Document)}")
            .Concat(folder.Rubrics.Select(r => $"{r.Rubric.SetCode} {Hash(r.Document)}"))
            .Append($"regime {Hash(folder.RegimeDocument)}")
            .Order(StringComparer.Ordinal);
        return Hash(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
