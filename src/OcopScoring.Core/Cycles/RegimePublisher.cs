using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Rubrics;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Cycles;

/// <summary>Publishes regime folders into the database. The same content is published once; changed content becomes the next version.</summary>
public static class RegimePublisher
{
    /// <summary>Publishes every regime under a folder.</summary>
    public static async Task PublishAllAsync(OcopDb db, string folder, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(d => File.Exists(Path.Combine(d, "regime.json"))))
        {
            var reading = RegimeFolder.Load(path);
            await PublishAsync(db, reading.Folder ?? throw new SetupException($"The regime in {path} is refused. {reading.Faults[0]}"), at, ct);
        }
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
            Document = Encoding.UTF8.GetString(folder.Document.Bytes.Span),
            PublishedAt = at,
        };
        version.Workflows.AddRange(folder.Workflows.Select(w => WorkflowOf(version.Id, w, ct)));
        version.Rubrics.AddRange(folder.Rubrics.Select(r => RubricOf(version.Id, r)));
        db.RegimeVersions.Add(version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    static string HashOf(RegimeFolder folder)
    {
        var lines = folder.Workflows.Concat(folder.Rubrics).Append(folder.Document)
            .Select(file => $"{file.Name} {Hash(file.Bytes.Span)}").Order(StringComparer.Ordinal);
        return Hash(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    /// <summary>A flow is published only when it is proved that each of its runs can end.</summary>
    static WorkflowVersion WorkflowOf(Guid regimeVersion, RegimeFile file, CancellationToken ct)
    {
        var reading = DefinitionReader.Read(file.Bytes);
        if (reading.Definition is null)
            throw new SetupException($"The flow {file.Name} is refused. {reading.Faults[0].Path}: {reading.Faults[0].Message}");
        if (SoundnessCheck.Check(reading.Definition, ct).Faults is [var fault, ..])
            throw new SetupException($"The flow {file.Name} is refused. {fault.Path}: {fault.Message}");
        return new WorkflowVersion
        {
            RegimeVersionId = regimeVersion,
            Name = file.Name.Split('.')[0],
            Sha256 = Hash(file.Bytes.Span),
            Document = Encoding.UTF8.GetString(file.Bytes.Span),
        };
    }

    static RubricVersion RubricOf(Guid regimeVersion, RegimeFile file)
    {
        var reading = RubricReader.Read(file.Bytes);
        if (!reading.Ok)
            throw new SetupException($"The rubric {file.Name} is refused. {reading.Faults[0].Path}: {reading.Faults[0].Message}");
        return new RubricVersion
        {
            RegimeVersionId = regimeVersion,
            SetNo = reading.Value!.SetNo,
            SetCode = reading.Value.SetCode,
            Sha256 = Hash(file.Bytes.Span),
            Document = Encoding.UTF8.GetString(file.Bytes.Span),
        };
    }

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
