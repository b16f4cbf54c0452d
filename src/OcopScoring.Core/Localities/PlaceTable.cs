using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;

namespace OcopScoring.Core.Localities;

/// <summary>The names of the places that some dossiers name, as the places were called when each was submitted.</summary>
public sealed class PlaceTable
{
    readonly ILookup<(LocalityLevel Level, string Code), Locality> units;

    PlaceTable(IEnumerable<Locality> units) => this.units = units.ToLookup(u => (u.Level, u.Code));

    public static async Task<PlaceTable> LoadAsync(OcopDb db, IReadOnlyCollection<DossierPlace> places, CancellationToken ct)
    {
        var codes = places.SelectMany(p => new[] { p.CommuneCode, p.DistrictCode, p.ProvinceCode }).OfType<string>().Distinct().ToList();
        var cycles = places.Select(p => p.CycleId).Distinct().ToList();
        return new PlaceTable(await db.Localities.AsNoTracking()
            .Where(l => codes.Contains(l.Code) && (l.CycleId == null || cycles.Contains(l.CycleId.Value)))
            .ToListAsync(ct));
    }

    public Locality? Commune(DossierPlace place) => Find(place, LocalityLevel.Commune, place.CommuneCode);

    public Locality? District(DossierPlace place) => Find(place, LocalityLevel.District, place.DistrictCode);

    public Locality? Province(DossierPlace place) => Find(place, LocalityLevel.Province, place.ProvinceCode);

    /// <summary>From the smallest to the largest: "Xã Bảo Lâm 1, tỉnh Lâm Đồng"; in English by the bare names.</summary>
    public Text Describe(DossierPlace place)
    {
        var units = new[] { Commune(place), District(place), Province(place) }.OfType<Locality>().ToList();
        return new Text(
            string.Join(", ", units.Select((u, i) => i == 0 ? u.NameVi : PlaceNames.InSentence(u.NameVi))),
            string.Join(", ", units.Select(u => u.NameEn)));
    }

    // The unit that the cycle gives comes before that of the list; of several days the one of the submission.
    Locality? Find(DossierPlace place, LocalityLevel level, string? code) => code is null
        ? null
        : units[(level, code)]
            .Where(u => u.CycleId is null || u.CycleId == place.CycleId)
            .OrderByDescending(u => u.ExistedOn(place.Day))
            .ThenBy(u => u.CycleId is null)
            .FirstOrDefault();
}

/// <summary>Where a dossier belongs, on the day on which it was submitted.</summary>
public sealed record DossierPlace(CycleId CycleId, string CommuneCode, string? DistrictCode, string ProvinceCode, DateOnly Day)
{
    public static DossierPlace Of(Dossier dossier) => new(dossier.CycleId, dossier.CommuneCode, dossier.DistrictCode, dossier.ProvinceCode, dossier.SubmittedOn);
}
