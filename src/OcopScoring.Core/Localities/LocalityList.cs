using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.Localities;

/// <summary>The official list of provinces and commune-level units, shipped with the program as CSV.</summary>
public static class LocalityList
{
    /// <summary>Loads the list into an empty table; a loaded one is left as it is.</summary>
    public static async Task EnsureLoadedAsync(OcopDb db, CancellationToken ct)
    {
        if (await db.Localities.AnyAsync(l => l.CycleId == null, ct))
            return;
        db.Localities.AddRange(Read());
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public static IEnumerable<Locality> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("localities-2026-07.csv")!;
        using var csv = new CsvReader(new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var kind = csv.GetField("kind")!;
            var parent = csv.GetField("parent_code");
            yield return new Locality
            {
                Code = csv.GetField("code")!,
                ParentCode = string.IsNullOrEmpty(parent) ? null : parent,
                Kind = kind,
                Level = Locality.LevelOf(kind) ?? throw new InvalidDataException($"localities-2026-07.csv: unknown kind '{kind}'"),
                NameVi = csv.GetField("name_vi")!,
                NameEn = csv.GetField("name_en")!,
                From = Locality.ListHoldsFrom,
            };
        }
    }
}
