using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Councils;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tests.Setting;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Tests.Scoring;

/// <summary>A provincial council of a chair, three members and a secretary, all with accounts, and a dossier whose round is open.</summary>
sealed class ACouncil : IAsyncDisposable
{
    static readonly (string Code, string Role, bool Voting)[] SeatsOfCouncil =
        [("chair", "chair", true), ("m1", "member", true), ("m2", "member", true), ("m3", "member", true), ("sec", "secretary", false)];

    readonly Dictionary<string, Guid> accounts = [];

    ACouncil(TestSite site, Given given) => (Site, Given) = (site, given);

    public TestSite Site { get; }

    public Given Given { get; }

    public DossierId Dossier { get; private set; }

    public RoundId Round { get; private set; }

    public static async Task<ACouncil> MeetsAsync()
    {
        var site = await TestSite.OpenAsync();
        var council = new ACouncil(site, await new Given(site).ACycleAsync());
        await site.ChangeAsync(async db =>
        {
            var seats = new Council { CycleId = council.Given.Cycle, Tier = "province", LocalityCode = Given.Province };
            foreach (var (code, role, voting) in SeatsOfCouncil)
            {
                var account = new Account { Id = Guid.CreateVersion7(), UserName = code, DisplayName = $"Ghế {code}" };
                db.Users.Add(account);
                council.accounts[code] = account.Id;
                seats.Seats.Add(new Seat { CouncilId = seats.Id, Code = code, Role = role, Voting = voting, AccountId = account.Id });
            }
            db.Councils.Add(seats);
            await db.SaveChangesAsync();
        });
        council.Dossier = await council.Given.ADossierAtTheCouncilAsync();
        council.Round = await council.OpenRoundAsync();
        return council;
    }

    public Actor As(string seat) => new(new AccountId(accounts[seat]), "account", [new HeldRole(RoleNames.Council)]);

    public Task<RoundId> OpenRoundAsync() => Site.ReadAsync(db => db.Rounds.Where(r => r.DossierId == Dossier && r.ClosedAt == null).Select(r => r.Id).SingleAsync());

    public Task<Sheet> SheetAsync(string seat) => Site.ReadAsync(db => db.Sheets.AsNoTracking().SingleAsync(s => s.RoundId == Round && s.Seat == seat));

    public IReadOnlyDictionary<string, string?> Choices(int total) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(Given.ChoicesFor(total).ToJsonString())!;

    public Task<Outcome<SheetSaved>> SaveAsync(string seat, IReadOnlyDictionary<string, string?> choices, int revision = 0, string? by = null, string[]? flags = null) =>
        Site.SendAsync(new SaveSheet(Round, seat, revision, choices, flags ?? [], new Dictionary<string, string>()), As(by ?? seat));

    public Task<Outcome<Nothing>> SubmitAsync(string seat, int revision) => Site.SendAsync(new SubmitSheet(Round, seat, revision), As(seat));

    public async Task HandInAsync(string seat, int total)
    {
        Assert.That((await SaveAsync(seat, Choices(total))).Refusal, Is.Null);
        Assert.That((await SubmitAsync(seat, 1)).Refusal, Is.Null);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
