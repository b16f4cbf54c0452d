using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Localities;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Cycles;

/// <summary>Opens a cycle on the newest version of its regime. Given again unchanged, it answers with the cycle that is there.</summary>
public sealed record OpenCycle(
    string Code,
    string Title,
    string RegimeId,
    string ProvinceCode,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    IReadOnlyList<LocalityInput> Localities) : ICommand<CycleId>;

/// <summary>A unit that the official list of today does not hold.</summary>
public sealed record LocalityInput(string Code, string Kind, string? Parent, string Name, DateOnly From, DateOnly? To);

public sealed class OpenCycleAuthorizer : IAuthorizer<OpenCycle>
{
    public Task<Refusal?> Authorize(OpenCycle request, Actor actor, CancellationToken ct) =>
        Task.FromResult(actor.IsSystem || actor.IsAdministrator ? null : Refusals.NeedsRole(RoleNames.Administrator));
}

public sealed class OpenCycleHandler(OcopDb db, Geography geography) : MediatR.IRequestHandler<OpenCycle, Outcome<CycleId>>
{
    public async Task<Outcome<CycleId>> Handle(OpenCycle request, CancellationToken cancellationToken)
    {
        if (request.ClosesOn < request.OpensOn)
            return Bad("closesOn", $"Đợt đóng trước khi mở.", $"The cycle closes on {request.ClosesOn:yyyy-MM-dd}, before it opens on {request.OpensOn:yyyy-MM-dd}.");
        // Two commands that open the same cycle at once: the second waits and finds it.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"cycle:" + request.Code}, 0))", cancellationToken);
        var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Code == request.Code, cancellationToken);
        if (cycle is not null && Difference(cycle, request) is { } field)
            return Bad(field, $"Đợt {request.Code} đã có, khác ở {field}.", $"The cycle {request.Code} exists with another {field}.");
        if (cycle is null)
        {
            var version = await db.RegimeVersions.Where(v => v.RegimeId == request.RegimeId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
            if (version is null)
                return Bad("regime", $"Không có căn cứ pháp lý '{request.RegimeId}'.", $"There is no regime '{request.RegimeId}'.");
            cycle = new Cycle
            {
                Code = request.Code,
                Title = request.Title,
                RegimeId = request.RegimeId,
                RegimeVersionId = version.Id,
                ProvinceCode = request.ProvinceCode,
                OpensOn = request.OpensOn,
                ClosesOn = request.ClosesOn,
            };
            db.Cycles.Add(cycle);
        }
        if (await AddLocalitiesAsync(cycle.Id, request.Localities, cancellationToken) is { } bad)
            return bad;
        await db.SaveChangesAsync(cancellationToken);
        return await geography.ProvinceAsync(cycle.Id, request.ProvinceCode, request.OpensOn, cancellationToken) is null
            ? Bad("province", $"Không có tỉnh mã '{request.ProvinceCode}'.", $"There is no province '{request.ProvinceCode}'.")
            : cycle.Id;
    }

    async Task<Refusal?> AddLocalitiesAsync(CycleId cycle, IReadOnlyList<LocalityInput> inputs, CancellationToken ct)
    {
        var known = await db.Localities.Where(l => l.CycleId == cycle).ToListAsync(ct);
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (Locality.LevelOf(input.Kind) is not { } level)
                return Bad($"localities[{i}].kind", $"Không có loại đơn vị '{input.Kind}'.", $"'{input.Kind}' is no kind of unit.");
            if (input.To < input.From)
                return Bad($"localities[{i}].to", "Ngày cuối trước ngày đầu.", "The unit ends before it begins.");
            var overlap = known.Find(l => l.Level == level && l.Code == input.Code && (input.To is null || l.From <= input.To) && (l.To is null || input.From <= l.To));
            if (overlap is not null && (overlap.NameVi != input.Name || overlap.ParentCode != input.Parent || overlap.From != input.From || overlap.To != input.To))
                return Bad($"localities[{i}]", $"Đơn vị {input.Code} đã có trong thời gian này.", $"The unit {input.Code} is given twice for the same days, differently.");
            if (overlap is not null)
                continue;
            var unit = new Locality
            {
                CycleId = cycle,
                Code = input.Code,
                Level = level,
                Kind = input.Kind,
                ParentCode = input.Parent,
                NameVi = input.Name,
                NameEn = PlaceNames.Bare(input.Name),
                From = input.From,
                To = input.To,
            };
            known.Add(unit);
            db.Localities.Add(unit);
        }
        return null;
    }

    static string? Difference(Cycle cycle, OpenCycle request) =>
        cycle.RegimeId != request.RegimeId ? "regime"
        : cycle.ProvinceCode != request.ProvinceCode ? "province"
        : cycle.OpensOn != request.OpensOn ? "opensOn"
        : cycle.ClosesOn != request.ClosesOn ? "closesOn"
        : null;

    static Refusal Bad(string path, string vi, string en) => new("cycle", vi, en, path: path);
}
