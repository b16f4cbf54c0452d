using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Recognition;

namespace OcopScoring.Core.Registry;

/// <summary>A recognised product as the public sees it. No personal data: the law publishes product, producer, stars, authority and term.</summary>
public sealed record RegistryEntry(
    CertificateId Id,
    string Number,
    string Slug,
    string ProductName,
    string? ProductNameEn,
    string ProducerName,
    string ProvinceCode,
    string? Province,
    int SetNo,
    int Stars,
    DateOnly IssuedOn,
    DateOnly ValidUntil,
    CertificateState State)
{
    /// <summary>In the order of the certificates.</summary>
    public static async Task<IReadOnlyList<RegistryEntry>> ReadAsync(OcopDb db, IQueryable<Certificate> certificates, DateOnly day, CancellationToken ct)
    {
        var rows = await certificates.AsNoTracking()
            .Join(db.Dossiers, c => c.DossierId, d => d.Id, (c, d) => new { Certificate = c, d.Product.Name, d.Product.NameEn, Producer = d.Producer.Name, d.ProvinceCode, d.SetNo })
            .ToListAsync(ct);
        var codes = rows.Select(r => r.ProvinceCode).Distinct().ToList();
        var provinces = await db.Localities.AsNoTracking()
            .Where(l => l.Level == LocalityLevel.Province && l.CycleId == null && codes.Contains(l.Code))
            .GroupBy(l => l.Code)
            .Select(g => new { g.Key, Name = g.OrderByDescending(l => l.From).First().NameVi })
            .ToDictionaryAsync(p => p.Key, p => p.Name, ct);
        return [.. rows.Select(r => new RegistryEntry(
            r.Certificate.Id, r.Certificate.Number, r.Certificate.Slug, r.Name, r.NameEn, r.Producer, r.ProvinceCode, provinces.GetValueOrDefault(r.ProvinceCode), r.SetNo,
            r.Certificate.Stars, r.Certificate.IssuedOn, r.Certificate.ValidUntil, r.Certificate.StateOn(day)))];
    }
}
