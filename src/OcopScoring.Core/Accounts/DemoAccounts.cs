using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Core.Accounts;

/// <summary>
/// For trying the system out: one account for each role, each valid everywhere, all with one password that is made up once
/// and kept in the data folder for its owner's eyes. Never called unless demo mode was asked for.
/// </summary>
public static class DemoAccounts
{
    public const string Producer = "producer";
    public const string CouncilChair = "council-chair";
    public const string CouncilSecretary = "council-secretary";

    static readonly (string UserName, string Role, string DisplayName)[] Accounts =
    [
        (Producer, RoleNames.Producer, "Chủ thể OCOP"),
        ("commune-officer", RoleNames.CommuneOfficer, "Cán bộ OCOP cấp xã"),
        ("district-secretary", "district-secretary", "Cơ quan tham mưu cấp huyện"),
        ("district-advisory-team", "district-advisory-team", "Tổ tư vấn cấp huyện"),
        ("district-chair", "district-chair", "Lãnh đạo Ủy ban nhân dân cấp huyện"),
        ("province-secretary", "province-secretary", "Cơ quan tham mưu cấp tỉnh"),
        ("province-advisory-team", "province-advisory-team", "Tổ tư vấn cấp tỉnh"),
        ("province-chair", "province-chair", "Lãnh đạo Ủy ban nhân dân cấp tỉnh"),
        ("central-secretary", "central-secretary", "Cơ quan tham mưu trung ương"),
        ("central-advisory-team", "central-advisory-team", "Tổ tư vấn trung ương"),
        ("central-chair", "central-chair", "Lãnh đạo Bộ"),
        (CouncilChair, RoleNames.Council, "Chủ tịch Hội đồng"),
        (Member(1), RoleNames.Council, "Ủy viên Hội đồng 1"),
        (Member(2), RoleNames.Council, "Ủy viên Hội đồng 2"),
        (Member(3), RoleNames.Council, "Ủy viên Hội đồng 3"),
        (Member(4), RoleNames.Council, "Ủy viên Hội đồng 4"),
        (CouncilSecretary, RoleNames.Council, "Thư ký Hội đồng"),
        ("administrator", RoleNames.Administrator, "Quản trị viên"),
    ];

    public static IReadOnlyList<DemoAccount> All => [.. Accounts.Select(a => new DemoAccount(a.UserName, a.DisplayName))];

    public static string Member(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"council-member-{number}");

    /// <summary>Makes what is missing; the password stays the same as long as its file stays. Answers with the password.</summary>
    public static async Task<string> EnsureAsync(OcopDb db, UserManager<Account> users, string dataFolder, CancellationToken ct)
    {
        var password = await PasswordAsync(Path.Combine(dataFolder, "demo-password"), ct);
        var known = await db.Users.Where(a => a.IsDemo).ToDictionaryAsync(a => a.UserName!, ct);
        var isCurrent = known.TryGetValue(Producer, out var one) && await users.CheckPasswordAsync(one, password);
        foreach (var (userName, role, displayName) in Accounts)
        {
            if (!known.TryGetValue(userName, out var account))
            {
                account = new Account { Id = Guid.CreateVersion7(), UserName = userName, DisplayName = displayName, IsDemo = true };
                Require(await users.CreateAsync(account, password));
                db.RoleAssignments.Add(new RoleAssignment { AccountId = account.Id, Role = role });
            }
            else if (!isCurrent)
            {
                account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
                Require(await users.UpdateSecurityStampAsync(account));
            }
        }
        await db.SaveChangesAsync(ct);
        await BindProducerAsync(db, ct);
        return password;
    }

    /// <summary>The demo producer is whoever has something to do: an open supplement, else the newest dossier.</summary>
    static async Task BindProducerAsync(OcopDb db, CancellationToken ct)
    {
        var asked = from task in db.Tasks
                    join dossier in db.Dossiers on task.DossierId equals dossier.Id
                    where task.State == TaskState.Open && task.Role == RoleNames.Producer
                    orderby task.OpenedAt descending, task.Id
                    select (ProducerId?)dossier.ProducerId;
        var producer = await asked.FirstOrDefaultAsync(ct)
            ?? await db.Dossiers.OrderByDescending(d => d.SubmittedOn).ThenByDescending(d => d.Id).Select(d => (ProducerId?)d.ProducerId).FirstOrDefaultAsync(ct);
        var account = await db.Users.Where(a => a.IsDemo && a.UserName == Producer).Select(a => a.Id).SingleAsync(ct);
        await db.RoleAssignments.Where(r => r.AccountId == account && r.Role == RoleNames.Producer)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ProducerId, producer), ct);
    }

    static async Task<string> PasswordAsync(string file, CancellationToken ct)
    {
        if (File.Exists(file))
            return (await File.ReadAllTextAsync(file, ct)).Trim();
        var password = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await using var writer = new StreamWriter(stream);
        await writer.WriteLineAsync(password.AsMemory(), ct);
        return password;
    }

    static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"A demo account was refused: {string.Join(", ", result.Errors.Select(e => e.Code))}");
    }
}
