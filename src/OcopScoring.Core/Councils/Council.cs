using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OcopScoring.Core.Cycles;

namespace OcopScoring.Core.Councils;

/// <summary>The council (hội đồng) of a tier and a locality in a cycle.</summary>
public sealed class Council
{
    public CouncilId Id { get; init; } = CouncilId.New();

    public required CycleId CycleId { get; init; }

    public required string Tier { get; init; }

    public string? LocalityCode { get; init; }

    public List<Seat> Seats { get; } = [];
}

/// <summary>A seat (tư cách thành viên): its id is unique in its council, its role one of chair, member, secretary.</summary>
public sealed class Seat
{
    public required CouncilId CouncilId { get; init; }

    public required string Code { get; init; }

    public required string Role { get; init; }

    public required bool Voting { get; init; }

    public Guid? AccountId { get; set; }
}

sealed class CouncilMapping : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> table)
    {
        table.ToTable("councils");
        table.HasIndex(c => new { c.CycleId, c.Tier, c.LocalityCode }).IsUnique().AreNullsDistinct(false);
        table.HasOne<Cycle>().WithMany().HasForeignKey(c => c.CycleId);
        table.HasMany(c => c.Seats).WithOne().HasForeignKey(s => s.CouncilId);
    }
}

sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> table)
    {
        table.ToTable("seats");
        table.HasKey(s => new { s.CouncilId, s.Code });
        table.HasIndex(s => s.AccountId);
    }
}
