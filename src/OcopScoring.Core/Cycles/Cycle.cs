using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// An evaluation cycle (đợt đánh giá) of one province. It pins one version of a regime, and with it the exact flows and
/// rubrics, when it opens; dossiers are submitted from <see cref="OpensOn"/> to <see cref="ClosesOn"/>, both included.
/// </summary>
public sealed class Cycle
{
    public CycleId Id { get; init; } = CycleId.New();

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required Guid RegimeVersionId { get; init; }

    public required string RegimeId { get; init; }

    public required string ProvinceCode { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= ClosesOn;
}

sealed class CycleMapping : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> table)
    {
        table.ToTable("cycles", t => t.HasCheckConstraint("ck_cycles_days", "opens_on <= closes_on"));
        table.HasIndex(c => c.Code).IsUnique();
        table.HasOne<RegimeVersion>().WithMany().HasForeignKey(c => c.RegimeVersionId);
    }
}
