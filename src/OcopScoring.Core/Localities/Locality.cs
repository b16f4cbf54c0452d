using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OcopScoring.Core.Localities;

/// <summary>The level of an administrative unit; wards and special zones stand at the level of the commune.</summary>
public enum LocalityLevel
{
    Province = 1,
    District = 2,
    Commune = 3,
}

/// <summary>
/// An administrative unit (đơn vị hành chính) as it existed from a day to a day, both included. Codes are text with leading
/// zeros; an older unit may carry the code of one of today. A unit with a <see cref="CycleId"/> was given by that cycle,
/// for days that the official list does not cover (QĐ 19/2025/QĐ-TTg holds from 2025-07-01).
/// </summary>
public sealed class Locality
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public CycleId? CycleId { get; init; }

    public required string Code { get; init; }

    public required LocalityLevel Level { get; init; }

    /// <summary>province, district, commune, ward or special-zone.</summary>
    public required string Kind { get; init; }

    public string? ParentCode { get; init; }

    public required string NameVi { get; init; }

    public required string NameEn { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The official list of today; it gives no unit for earlier days.</summary>
    public static readonly DateOnly ListHoldsFrom = new(2025, 7, 1);

    public bool ExistedOn(DateOnly day) => From <= day && (To is null || day <= To);

    public static LocalityLevel? LevelOf(string kind) => kind switch
    {
        "province" => LocalityLevel.Province,
        "district" => LocalityLevel.District,
        "commune" or "ward" or "special-zone" => LocalityLevel.Commune,
        _ => null,
    };
}

sealed class LocalityMapping : IEntityTypeConfiguration<Locality>
{
    public void Configure(EntityTypeBuilder<Locality> table)
    {
        table.ToTable("localities");
        table.HasIndex(l => new { l.CycleId, l.Level, l.Code, l.From }).IsUnique().AreNullsDistinct(false);
        table.HasIndex(l => l.ParentCode);
    }
}
