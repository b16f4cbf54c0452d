using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Dossiers;

namespace OcopScoring.Core.Tasks;

/// <summary>Something that a role has to do on a dossier, opened and consumed by the dossier's flow.</summary>
public sealed class DossierTask
{
    public TaskId Id { get; init; } = TaskId.New();

    public required DossierId DossierId { get; init; }

    /// <summary>The bookmark of the instance that this task resumes; a bookmark has one task.</summary>
    public required int Bookmark { get; init; }

    /// <summary>The activity of the flow where the task stands.</summary>
    public required string Activity { get; init; }

    /// <summary>The task's id in the regime: province-advisory, supplement …</summary>
    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>Null for a supplement, which counts for no tier.</summary>
    public string? Tier { get; init; }

    /// <summary>The unit whose people have it; null at the centre.</summary>
    public string? LocalityCode { get; init; }

    public required List<string> Outcomes { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public TaskState State { get; set; }

    public string? Outcome { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Guid? ClosedBy { get; set; }

    /// <summary>Its number among the dossier's closed tasks, from 1, in the order in which they were closed.</summary>
    public int? ClosedOrder { get; set; }

    public uint Version { get; init; }
}

public enum TaskState
{
    Open = 0,
    Done = 1,
    Withdrawn = 2,
}

sealed class DossierTaskMapping : IEntityTypeConfiguration<DossierTask>
{
    public void Configure(EntityTypeBuilder<DossierTask> table)
    {
        table.ToTable("tasks");
        table.HasIndex(t => new { t.DossierId, t.Bookmark }).IsUnique();
        table.HasIndex(t => new { t.Role, t.LocalityCode, t.DueAt }).HasFilter("state = 0");
        table.Property(t => t.Version).IsRowVersion();
        table.HasOne<Dossier>().WithMany().HasForeignKey(t => t.DossierId);
    }
}
