using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Scoring;

/// <summary>Who sees what of a council's round. Before it is closed nobody sees another's points; who has handed in is for the chair and the secretary.</summary>
static class RoundAccess
{
    public static readonly Refusal NotInCouncil = new(
        "not-allowed",
        "Trang này dành cho thành viên Hội đồng có phiếu trong phiên chấm.",
        "This page is for council members who have a sheet in the round.");

    public static readonly Refusal NotPresiding = new(
        "not-allowed",
        "Khi phiên chấm còn mở, bảng theo dõi chỉ dành cho Chủ tịch và Thư ký Hội đồng của phiên. Kết quả hiện ra sau khi phiên kết thúc.",
        "While the round is open its board is for the council's chair and secretary. The result appears once the round is closed.");

    public static Task<bool> HasSheetAsync(OcopDb db, RoundId round, Actor actor, CancellationToken ct) =>
        actor.Account is { } account ? db.Sheets.AnyAsync(s => s.RoundId == round && s.AccountId == account.Value, ct) : Task.FromResult(false);

    /// <summary>The chair and the secretary of the round itself.</summary>
    public static Task<bool> PresidesAsync(OcopDb db, RoundId round, Actor actor, CancellationToken ct) =>
        actor.Account is { } account
            ? db.Sheets.AnyAsync(s => s.RoundId == round && s.AccountId == account.Value && (s.Role == "chair" || s.Role == "secretary"), ct)
            : Task.FromResult(false);

    /// <summary>Single sheets of a closed round: for its council, the tier's own chair and secretary in that place, and administrators.</summary>
    public static async Task<bool> SeesSheetsAsync(OcopDb db, Round round, Actor actor, CancellationToken ct)
    {
        if (round.IsOpen)
            return false;
        if (actor.IsAdministrator || await HasSheetAsync(db, round.Id, actor, ct))
            return true;
        var place = await db.Tasks.Where(t => t.Id == round.TaskId).Select(t => t.LocalityCode).SingleAsync(ct);
        return actor.Holds($"{round.Tier}-chair", place) || actor.Holds($"{round.Tier}-secretary", place);
    }

    /// <summary>Whether the actor sits in councils at all.</summary>
    public static bool IsCouncil(Actor actor) => actor.IsSignedIn && actor.Roles.Any(r => r.Role == RoleNames.Council);
}
