using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Dossiers;

namespace OcopScoring.Core.Notices;

/// <summary>A notice to a role about a dossier: the regime's text, filled in, in both languages.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }

    public required DossierId DossierId { get; init; }

    public required string Template { get; init; }

    public required string ToRole { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string SubjectVi { get; init; }

    public required string SubjectEn { get; init; }

    public required string BodyVi { get; init; }

    public required string BodyEn { get; init; }
}

sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("notices");
        table.HasIndex(n => n.DossierId);
        table.HasOne<Dossier>().WithMany().HasForeignKey(n => n.DossierId);
    }
}
