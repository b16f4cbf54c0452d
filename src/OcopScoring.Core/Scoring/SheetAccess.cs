using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Scoring;

/// <summary>A member touches their own sheet, and only while the round is open.</summary>
static class SheetAccess
{
    public static async Task<Refusal?> OwnAsync(OcopDb db, RoundId round, string seat, Actor actor, CancellationToken ct)
    {
        if (actor.Account is not { } account)
            return Refusals.SignInFirst;
        return await db.Sheets.AnyAsync(s => s.RoundId == round && s.Seat == seat && s.AccountId == account.Value, ct)
            ? null
            : new Refusal("not-yours", "Đây không phải phiếu của bạn.", "This is not your sheet.");
    }

    /// <summary>The sheet under a lock on its round, so that it cannot close in between.</summary>
    public static async Task<Outcome<Sheet>> OpenForChangeAsync(OcopDb db, RoundId id, string seat, CancellationToken ct)
    {
        var round = (await db.Rounds.FromSql($"select * from rounds where id = {id.Value} for share").AsNoTracking().ToListAsync(ct)).SingleOrDefault();
        if (round is null)
            return Refusals.NotFound;
        if (!round.IsOpen)
            return new Refusal("round-closed", "Phiên chấm đã kết thúc, phiếu không sửa được nữa.", "The round is closed; sheets can no longer be changed.");
        return (await db.Sheets.FromSql($"select *, xmin from sheets where round_id = {id.Value} and seat = {seat} for update").ToListAsync(ct)).SingleOrDefault() is { } sheet
            ? sheet
            : Refusals.NotFound;
    }
}
