using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Evidence;

/// <summary>A piece of evidence as somebody hands it in: a file received before, under a title, for a criterion.</summary>
public sealed record EvidenceInput(string Criterion, string Kind, string Title, ReceivedFile File, DateOnly? IssuedOn, DateOnly? ValidUntil)
{
    /// <summary>The kinds of Mẫu 02's evidence list.</summary>
    public static readonly IReadOnlySet<string> Kinds = new HashSet<string>(StringComparer.Ordinal)
    {
        "registration", "licence", "origin", "contract", "environment", "labour", "finance", "intellectual-property", "market",
        "promotion", "story", "declaration", "test-report", "traceability", "quality-system", "award", "other",
    };

    public static Refusal? Check(IReadOnlyList<EvidenceInput> items, Rubric rubric)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (rubric.FindLeaf(item.Criterion) is null)
                return At(i, "criterion", $"Bộ tiêu chí {rubric.SetCode} không có tiêu chí '{item.Criterion}'.", $"{rubric.SetCode} has no criterion '{item.Criterion}'.");
            if (!Kinds.Contains(item.Kind))
                return At(i, "kind", $"Không có loại minh chứng '{item.Kind}'.", $"There is no kind of evidence '{item.Kind}'.");
            if (string.IsNullOrWhiteSpace(item.Title))
                return At(i, "title", "Minh chứng cần có tên.", "Evidence needs a title.");
        }
        return null;
    }

    /// <summary>Adds the items to a dossier within the current transaction.</summary>
    public static async Task AddAsync(OcopDb db, DossierId dossier, IReadOnlyList<EvidenceInput> items, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var file in items.Select(i => i.File).DistinctBy(f => f.Sha256))
            await db.Database.ExecuteSqlAsync(
                $"insert into stored_files (sha256, size, media_type) values ({file.Sha256}, {file.Size}, {file.MediaType}) on conflict do nothing", ct);
        db.Evidence.AddRange(items.Select(item => new EvidenceItem
        {
            DossierId = dossier,
            Criterion = item.Criterion,
            Kind = item.Kind,
            Title = item.Title,
            FileName = item.File.FileName,
            Sha256 = item.File.Sha256,
            IssuedOn = item.IssuedOn,
            ValidUntil = item.ValidUntil,
            AddedAt = at,
        }));
    }

    static Refusal At(int index, string field, string vi, string en) => new("evidence", vi, en, path: $"evidence[{index}].{field}");
}
