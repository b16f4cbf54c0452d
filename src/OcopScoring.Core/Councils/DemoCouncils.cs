using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Scoring;

namespace OcopScoring.Core.Councils;

/// <summary>For a demonstration: every place with dossiers has a council at each tier that has one, whose seats are the demo accounts.</summary>
public static class DemoCouncils
{
    static readonly (string Code, string Role, bool Voting, string UserName)[] Seats =
    [
        ("chair", "chair", true, DemoAccounts.CouncilChair),
        ("m1", "member", true, DemoAccounts.Member(1)),
        ("m2", "member", true, DemoAccounts.Member(2)),
        ("m3", "member", true, DemoAccounts.Member(3)),
        ("m4", "member", true, DemoAccounts.Member(4)),
        ("sec", "secretary", false, DemoAccounts.CouncilSecretary),
    ];

    /// <summary>Makes what is missing: councils, and the sheets of open rounds that were convened before there was a council.</summary>
    public static async Task EnsureAsync(OcopDb db, RegimeLibrary regimes, CancellationToken ct)
    {
        var accounts = await db.Users.Where(a => a.IsDemo).ToDictionaryAsync(a => a.UserName!, a => a.Id, ct);
        foreach (var cycle in await db.Cycles.AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct))
            await EnsureAsync(db, cycle, (await regimes.GetAsync(db, cycle.RegimeVersionId, ct)).Regime, accounts, ct);
        await db.SaveChangesAsync(ct);
        foreach (var round in await db.Rounds.Where(r => r.ClosedAt == null && r.Sheets.Count == 0).ToListAsync(ct))
            db.Sheets.AddRange(Seats.Select(s => new Sheet { RoundId = round.Id, Seat = s.Code, Role = s.Role, Voting = s.Voting, AccountId = accounts[s.UserName] }));
        await db.SaveChangesAsync(ct);
    }

    static async Task EnsureAsync(OcopDb db, Cycle cycle, Regime regime, Dictionary<string, Guid> accounts, CancellationToken ct)
    {
        var places = await db.Dossiers.AsNoTracking().Where(d => d.CycleId == cycle.Id).Select(d => new { d.CommuneCode, d.DistrictCode, d.ProvinceCode }).Distinct().ToListAsync(ct);
        var known = await db.Councils.Where(c => c.CycleId == cycle.Id).Select(c => new { c.Tier, c.LocalityCode }).ToListAsync(ct);
        foreach (var tier in regime.Tiers.Where(t => t.Council))
        {
            var codes = places.Select(p => tier.LocalityKind switch
            {
                "commune" => p.CommuneCode,
                "district" => p.DistrictCode,
                "province" => p.ProvinceCode,
                _ => null,
            }).Distinct();
            foreach (var code in codes.Where(code => !known.Exists(k => k.Tier == tier.Id && k.LocalityCode == code)))
            {
                var council = new Council { CycleId = cycle.Id, Tier = tier.Id, LocalityCode = code };
                council.Seats.AddRange(Seats.Select(s => new Seat { CouncilId = council.Id, Code = s.Code, Role = s.Role, Voting = s.Voting, AccountId = accounts[s.UserName] }));
                db.Councils.Add(council);
            }
        }
    }
}
