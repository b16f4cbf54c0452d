using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// A regime (căn cứ pháp lý) as it was published: its document, flows and rubrics under one hash. Never changed; a new text is a new version.
/// </summary>
public sealed class RegimeVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string RegimeId { get; init; }

    public required int Number { get; init; }

    /// <summary>Lower-case hex SHA-256 over the hashes of all its files in ordinal order of their names.</summary>
    public required string Sha256 { get; init; }

    public required string Document { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public List<WorkflowVersion> Workflows { get; } = [];

    public List<RubricVersion> Rubrics { get; } = [];
}

public sealed class WorkflowVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RegimeVersionId { get; init; }

    /// <summary>evaluation, re-evaluation, appeal: the name of the file in the regime's folder.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required string Document { get; init; }
}

public sealed class RubricVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RegimeVersionId { get; init; }

    public required int SetNo { get; init; }

    public required string SetCode { get; init; }

    public required string Sha256 { get; init; }

    public required string Document { get; init; }
}

sealed class RegimeVersionMapping : IEntityTypeConfiguration<RegimeVersion>
{
    public void Configure(EntityTypeBuilder<RegimeVersion> table)
    {
        table.ToTable("regime_versions");
        table.HasIndex(v => new { v.RegimeId, v.Number }).IsUnique();
        table.HasIndex(v => new { v.RegimeId, v.Sha256 }).IsUnique();
        table.HasMany(v => v.Workflows).WithOne().HasForeignKey(v => v.RegimeVersionId);
        table.HasMany(v => v.Rubrics).WithOne().HasForeignKey(v => v.RegimeVersionId);
    }
}

sealed class WorkflowVersionMapping : IEntityTypeConfiguration<WorkflowVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowVersion> table)
    {
        table.ToTable("workflow_versions");
        table.HasIndex(v => new { v.RegimeVersionId, v.Name }).IsUnique();
    }
}

sealed class RubricVersionMapping : IEntityTypeConfiguration<RubricVersion>
{
    public void Configure(EntityTypeBuilder<RubricVersion> table)
    {
        table.ToTable("rubric_versions");
        table.HasIndex(v => new { v.RegimeVersionId, v.SetNo }).IsUnique();
    }
}
