using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OcopScoring.Core.Evidence;

/// <summary>What one criterion is proved with: a file under a title. One file may prove several criteria.</summary>
public sealed class EvidenceItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DossierId DossierId { get; init; }

    public required string Criterion { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string FileName { get; init; }

    /// <summary>Lower-case hex SHA-256 of the content; the key of <see cref="StoredFile"/>.</summary>
    public required string Sha256 { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>A file in the store, known by its content; its type is told from the content, never from its name.</summary>
public sealed class StoredFile
{
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public required string MediaType { get; init; }
}

sealed class EvidenceItemMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> table)
    {
        table.ToTable("evidence_items");
        table.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.Sha256);
        table.HasIndex(e => new { e.DossierId, e.Criterion });
    }
}

sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("stored_files");
        table.HasKey(f => f.Sha256);
    }
}
