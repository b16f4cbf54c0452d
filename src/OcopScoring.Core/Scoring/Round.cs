using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Core.Scoring;

/// <summary>
/// One round of a council over one dossier: the seats as they were when it was convened, their sheets, and, once closed,
/// the result. Former rounds stay.
/// </summary>
public sealed class Round
{
    public RoundId Id { get; init; } = RoundId.New();

    public required DossierId DossierId { get; init; }

    public required TaskId TaskId { get; init; }

    public required string Tier { get; init; }

    /// <summary>From 1, per dossier and tier.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The result as contracts define it (JSON text); null until the round is closed.</summary>
    public string? Result { get; set; }

    public List<Sheet> Sheets { get; } = [];

    public bool IsOpen => ClosedAt is null;
}

/// <summary>The score sheet (phiếu đánh giá) of one seat in one round.</summary>
public sealed class Sheet
{
    public required RoundId RoundId { get; init; }

    public required string Seat { get; init; }

    public required string Role { get; init; }

    public required bool Voting { get; init; }

    /// <summary>Null when the sheet came from a file.</summary>
    public Guid? AccountId { get; init; }

    public SheetState State { get; set; }

    /// <summary>JSON object: leaf → option id or null. Not all leaves while in progress.</summary>
    public string Choices { get; set; } = "{}";

    public List<string> Flags { get; set; } = [];

    /// <summary>JSON object: leaf → comment.</summary>
    public string Comments { get; set; } = "{}";

    public string? RecusalReason { get; set; }

    /// <summary>Counts every change, so that a second tab cannot overwrite a newer state unseen.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? SavedAt { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public uint Version { get; init; }
}

public enum SheetState
{
    NotOpened = 0,
    InProgress = 1,
    Submitted = 2,
    Recused = 3,
    Absent = 4,
}

sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.ToTable("rounds");
        table.HasIndex(r => new { r.DossierId, r.Tier, r.Number }).IsUnique();
        table.HasIndex(r => r.TaskId).IsUnique();
        table.Property(r => r.Result).HasColumnType("text");
        table.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
        table.HasOne<DossierTask>().WithOne().HasForeignKey<Round>(r => r.TaskId);
        table.HasMany(r => r.Sheets).WithOne().HasForeignKey(s => s.RoundId);
    }
}

sealed class SheetMapping : IEntityTypeConfiguration<Sheet>
{
    public void Configure(EntityTypeBuilder<Sheet> table)
    {
        table.ToTable("sheets");
        table.HasKey(s => new { s.RoundId, s.Seat });
        table.HasIndex(s => s.AccountId);
        table.Property(s => s.Choices).HasColumnType("jsonb");
        table.Property(s => s.Comments).HasColumnType("jsonb");
        table.Property(s => s.Version).IsRowVersion();
    }
}
