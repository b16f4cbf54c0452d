using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.Localities;

/// <summary>A commune with the units above it, as they stood on one day. There is a district only where the day had one.</summary>
public sealed record Place(Locality Commune, Locality? District, Locality Province)
{
    /// <summary>The unit that a tier of this kind of locality belongs to; null for the country.</summary>
    public Locality? At(string localityKind) => localityKind switch
    {
        "commune" => Commune,
        "district" => District,
        "province" => Province,
        _ => null,
    };
}

/// <summary>Answers where a commune lay on a day, from the units that a cycle gives and from the official list.</summary>
public sealed class Geography(OcopDb db)
{
    /// <summary>Null when no commune of that code existed on that day, or when a unit above it is missing.</summary>
    public async Task<Place?> FindAsync(CycleId cycle, string communeCode, DateOnly day, CancellationToken ct)
    {
        if (await UnitAsync(cycle, LocalityLevel.Commune, communeCode, day, ct) is not { ParentCode: { } parent } commune)
            return null;
        var district = await UnitAsync(cycle, LocalityLevel.District, parent, day, ct);
        var provinceCode = district is null ? parent : district.ParentCode;
        if (provinceCode is null || await ProvinceAsync(cycle, provinceCode, day, ct) is not { } province)
            return null;
        return new Place(commune, district, province);
    }

    /// <summary>The province as given for that day, or, for a day before the list of today holds, that of the list.</summary>
    public async Task<Locality?> ProvinceAsync(CycleId cycle, string code, DateOnly day, CancellationToken ct) =>
        await UnitAsync(cycle, LocalityLevel.Province, code, day, ct)
        ?? await db.Localities.AsNoTracking().FirstOrDefaultAsync(l => l.CycleId == null && l.Level == LocalityLevel.Province && l.Code == code, ct);

    Task<Locality?> UnitAsync(CycleId cycle, LocalityLevel level, string code, DateOnly day, CancellationToken ct) =>
        db.Localities.AsNoTracking()
            .Where(l => l.Level == level && l.Code == code && (l.CycleId == cycle || l.CycleId == null) && l.From <= day && (l.To == null || l.To >= day))
            .OrderBy(l => l.CycleId == null)
            .FirstOrDefaultAsync(ct);
}
