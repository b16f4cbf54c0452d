using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;

namespace OcopScoring.Web.Tests.Setting;

/// <summary>Accounts beside the demo's: the same roles, bound to one place or one producer.</summary>
static class Cast
{
    public const string Nobody = "";
    public const string OfficerHere = "officer-here";
    public const string OfficerElsewhere = "officer-elsewhere";
    public const string SecretaryElsewhere = "secretary-elsewhere";
    public const string OtherProducer = "other-producer";
    public const string MemberWithoutSheet = "member-without-sheet";
    public const string FormerOfficer = "former-officer";

    /// <summary>The dossier that waits for its commune's officer, and for whom <see cref="OfficerHere"/> is that officer.</summary>
    public const string WaitingDossier = "wait-commune-mushroom";

    public static async Task EnterAsync(OcopDb db, UserManager<Account> users, string password)
    {
        var commune = await db.Dossiers.Where(d => d.Code == WaitingDossier).Select(d => d.CommuneCode).SingleAsync();
        var elsewhere = await db.Dossiers.Where(d => d.Code == "wait-commune-avocado").Select(d => d.CommuneCode).SingleAsync();
        var other = await db.Dossiers.Where(d => d.Code == "koi-refused").Select(d => d.ProducerId).SingleAsync();
        await AddAsync(OfficerHere, RoleNames.CommuneOfficer, commune);
        await AddAsync(OfficerElsewhere, RoleNames.CommuneOfficer, elsewhere);
        await AddAsync(SecretaryElsewhere, "province-secretary", "01");
        await AddAsync(OtherProducer, RoleNames.Producer, null, other);
        await AddAsync(MemberWithoutSheet, RoleNames.Council, null);
        await AddAsync(FormerOfficer, RoleNames.CommuneOfficer, null, until: new DateOnly(2026, 11, 22));
        await db.SaveChangesAsync();

        async Task AddAsync(string user, string role, string? locality, ProducerId? producer = null, DateOnly? until = null)
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = user, DisplayName = user };
            Assert.That((await users.CreateAsync(account, password)).Succeeded, Is.True);
            db.RoleAssignments.Add(new RoleAssignment { AccountId = account.Id, Role = role, LocalityCode = locality, ProducerId = producer, To = until });
        }
    }
}
