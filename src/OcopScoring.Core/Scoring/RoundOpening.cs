using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Core.Scoring;

/// <summary>Convenes a council for a further round: new, empty sheets for the seats as they are today.</summary>
public sealed class RoundOpening(OcopDb db, Now now)
{
    public async Task OpenAsync(Dossier dossier, DossierTask task, CancellationToken ct)
    {
        var former = await db.Rounds.Where(r => r.DossierId == dossier.Id && r.Tier == task.Tier).MaxAsync(r => (int?)r.Number, ct) ?? 0;
        var round = new Round
        {
            DossierId = dossier.Id,
            TaskId = task.Id,
            Tier = task.Tier!,
            Number = former + 1,
            OpenedAt = now.Instant,
        };
        var seats = await db.Councils
            .Where(c => c.CycleId == dossier.CycleId && c.Tier == task.Tier && c.LocalityCode == task.LocalityCode)
            .SelectMany(c => c.Seats).AsNoTracking().ToListAsync(ct);
        round.Sheets.AddRange(seats.Select(seat => new Sheet
        {
            RoundId = round.Id,
            Seat = seat.Code,
            Role = seat.Role,
            Voting = seat.Voting,
            AccountId = seat.AccountId,
        }));
        db.Rounds.Add(round);
    }
}
