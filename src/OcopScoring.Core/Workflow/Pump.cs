using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Workflow;

/// <summary>
/// Every node's heart: once a second, fires the timers that fell due by the real clock and delivers the outbox. Any number of
/// nodes share the work through leases; a dead node's leases run out after 30 s.
/// </summary>
public sealed class Pump(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Pump> log) : BackgroundService
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        do
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The pump missed a beat");
            }
        }
        while (!stoppingToken.IsCancellationRequested && await Next(tick, stoppingToken));
    }

    /// <summary>Does everything that is due now.</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        while (await FireDueTimersAsync(ct) > 0)
        {
        }
        while (await DeliverAsync(ct) > 0)
        {
        }
    }

    static async Task<bool> Next(PeriodicTimer tick, CancellationToken ct)
    {
        try
        {
            return await tick.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task<int> DeliverAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().DeliverAsync(null, 20, ct);
    }

    async Task<int> FireDueTimersAsync(CancellationToken ct)
    {
        var due = await TakeTimersAsync(ct);
        foreach (var timer in due)
            await FireAsync(timer, ct);
        return due.Count;
    }

    /// <summary>In the order of the due times; those of a dossier whose script is being played are not ours.</summary>
    async Task<List<WorkflowTimer>> TakeTimersAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OcopDb>();
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Lease);
        var taken = await db.Timers.FromSql($"""
            update timers set lease_until = {until}, attempts = attempts + 1
            where (dossier_id, bookmark, kind, due_at) in (
                select t.dossier_id, t.bookmark, t.kind, t.due_at from timers t join dossiers d on d.id = t.dossier_id
                where t.due_at <= {now} and (t.lease_until is null or t.lease_until <= {now}) and not d.is_played
                order by t.due_at limit 20 for update of t skip locked)
            returning *
            """).AsNoTracking().ToListAsync(ct);
        return [.. taken.OrderBy(t => t.DueAt)];
    }

    async Task FireAsync(WorkflowTimer timer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        try
        {
            var fired = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FireTimer(timer.DossierId, timer.Bookmark, timer.Kind, timer.DueAt), ct);
            if (fired.Refusal is { } refusal)
                log.LogError("The timer {Bookmark} of {Dossier} was refused: {Code}", timer.Bookmark, timer.DossierId.Value, refusal.Code);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The timer {Bookmark} of {Dossier} failed, attempt {Attempt}", timer.Bookmark, timer.DossierId.Value, timer.Attempts);
        }
    }
}
