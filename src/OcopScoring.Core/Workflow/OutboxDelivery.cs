using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OcopScoring.Core.Database;
using OcopScoring.Core.Notices;
using OcopScoring.Core.Recognition;

namespace OcopScoring.Core.Workflow;

/// <summary>
/// Delivers messages of the outbox: takes some under a lease (SKIP LOCKED, so that nodes share the work), carries them out,
/// and removes them. What fails is tried again with back-off, and left for an administrator after the last attempt.
/// </summary>
public sealed class OutboxDelivery(OcopDb db, NoticeDelivery notices, CertificateRendering certificates, TimeProvider clock, ILogger<OutboxDelivery> log)
{
    const int LastAttempt = 8;
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <param name="dossier">Null: any dossier's messages.</param>
    /// <returns>How many messages were tried; 0 means that nothing is due.</returns>
    public async Task<int> DeliverAsync(DossierId? dossier, int most, CancellationToken ct)
    {
        var taken = await TakeAsync(dossier, most, ct);
        foreach (var message in taken)
            await TryAsync(message, ct);
        return taken.Count;
    }

    async Task<List<OutboxMessage>> TakeAsync(DossierId? dossier, int most, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Lease);
        var only = dossier?.Value;
        return await db.Outbox.FromSql($"""
            update outbox set not_before = {until}, attempts = attempts + 1
            where id in (select id from outbox
                         where not is_dead and not_before <= {now} and ({only}::uuid is null or dossier_id = {only}::uuid)
                         order by not_before, id limit {most} for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(ct);
    }

    async Task TryAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            if (message.Kind == NoticeQueue.Kind)
                await notices.DeliverAsync(message, ct);
            else
                await certificates.DeliverAsync(message, ct);
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteDeleteAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Outbox message {Id} ({Kind}) failed, attempt {Attempt}", message.Id, message.Kind, message.Attempts);
            var dead = message.Attempts >= LastAttempt;
            var next = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.NotBefore, next).SetProperty(m => m.LastError, failure.Message).SetProperty(m => m.IsDead, dead), ct);
        }
        db.ChangeTracker.Clear();
    }
}
