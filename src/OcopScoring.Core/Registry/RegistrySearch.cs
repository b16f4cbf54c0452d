using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Registry;

/// <summary>Recognised products by number, product or producer, for anybody; the newest first.</summary>
/// <param name="Text">Accents and case do not matter; a whole certificate number is found with slashes or hyphens.</param>
/// <param name="Province">Code of a province.</param>
/// <param name="After">The last certificate of the page before.</param>
public sealed record RegistrySearch(string? Text = null, int? Stars = null, string? Province = null, CertificateId? After = null) : IQuery<RegistryListing>
{
    public const int PageSize = 20;
}

public sealed record RegistryListing(int Total, IReadOnlyList<RegistryEntry> Entries, IReadOnlyList<FilterChoice> Provinces, CertificateId? Next);

public sealed class RegistrySearchAuthorizer : IAuthorizer<RegistrySearch>
{
    public Task<Refusal?> Authorize(RegistrySearch request, Actor actor, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}

public sealed class RegistrySearchValidator : AbstractValidator<RegistrySearch>
{
    public RegistrySearchValidator() => RuleFor(r => r.Text).MaximumLength(120).WithMessage("Nội dung tra cứu tối đa 120 ký tự.|At most 120 characters can be searched for.");
}

public sealed class RegistrySearchHandler(OcopDb db, Now now) : IRequestHandler<RegistrySearch, Outcome<RegistryListing>>
{
    public async Task<Outcome<RegistryListing>> Handle(RegistrySearch request, CancellationToken cancellationToken)
    {
        var found = Found(request);
        var ordered = found.OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id);
        var page = request.After is { } after
            ? ordered.Where(c => EF.Functions.LessThan(
                ValueTuple.Create(c.IssuedOn, c.Id),
                ValueTuple.Create(db.Certificates.Where(x => x.Id == after).Select(x => x.IssuedOn).First(), after)))
            : ordered;
        var rows = await RegistryEntry.ReadAsync(db, page.Take(RegistrySearch.PageSize + 1), now.Day, cancellationToken);
        var shown = rows.Take(RegistrySearch.PageSize).ToList();
        var codes = await db.Certificates.Join(db.Dossiers, c => c.DossierId, d => d.Id, (c, d) => d.ProvinceCode).Distinct().ToListAsync(cancellationToken);
        var provinces = await db.Localities.AsNoTracking().Where(l => l.Level == LocalityLevel.Province && l.CycleId == null && codes.Contains(l.Code)).OrderBy(l => l.NameVi).ToListAsync(cancellationToken);
        return new RegistryListing(
            await found.CountAsync(cancellationToken),
            shown,
            [.. provinces.Select(p => new FilterChoice(p.Code, new Text(p.NameVi, p.NameEn)))],
            rows.Count > RegistrySearch.PageSize ? shown[^1].Id : null);
    }

    IQueryable<Certificate> Found(RegistrySearch request)
    {
        var found = db.Certificates.AsNoTracking();
        if (SearchText.PatternOf(request.Text) is { } pattern)
            found = db.Certificates.FromSql($"""
                select c.* from certificates c join dossiers d on d.id = c.dossier_id
                where lower(translate(normalize(c.number || ' ' || c.slug || ' ' || d.product_name || ' ' || coalesce(d.product_name_en, '') || ' ' || d.producer_name, NFC), {SearchText.Accented}, {SearchText.Plain})) like {pattern}
                """).AsNoTracking();
        if (request.Stars is { } stars)
            found = found.Where(c => c.Stars == stars);
        if (request.Province is { } province)
            found = found.Where(c => db.Dossiers.Any(d => d.Id == c.DossierId && d.ProvinceCode == province));
        return found;
    }
}
