using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.UseCases;

/// <summary>
/// One command, one transaction. Serialisation failures and deadlocks of PostgreSQL are tried again, with back-off, and only they.
/// A command that carries an idempotency key leaves its answer beside it; given again, the answer is returned and nothing happens.
/// </summary>
public sealed class TransactionBehaviour<TRequest, TResponse>(OcopDb db, Now now) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    const int Tries = 5;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ITransactional command || db.Database.CurrentTransaction is not null)
            return await next();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(command, next, cancellationToken);
            }
            catch (Exception failure) when (attempt < Tries && IsTransient(failure))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 20 << attempt), cancellationToken);
            }
        }
    }

    async Task<TResponse> Once(ITransactional command, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (command.IdempotencyKey is { } key && await AnswerGivenBefore(key, ct) is { } answer)
            return answer;
        var response = await next();
        if (response.Refusal is not null)
        {
            db.ChangeTracker.Clear();
            return response;
        }
        await db.SaveChangesAsync(ct);
        if (command.IdempotencyKey is { } done)
            await db.Database.ExecuteSqlAsync($"update command_keys set answer = {JsonSerializer.Serialize(response, AnswerFormat)} where key = {done}", ct);
        await transaction.CommitAsync(ct);
        return response;
    }

    /// <summary>Takes the key, waiting for whoever holds it; null when the command is to be carried out now.</summary>
    async Task<TResponse?> AnswerGivenBefore(string key, CancellationToken ct)
    {
        var taken = await db.Database.ExecuteSqlAsync(
            $"insert into command_keys (key, use_case, at) values ({key}, {typeof(TRequest).Name}, {now.Instant}) on conflict do nothing", ct);
        if (taken == 1)
            return default;
        var before = await db.Set<CommandKey>().AsNoTracking().SingleAsync(k => k.Key == key, ct);
        return before.UseCase == typeof(TRequest).Name && before.Answer is { } answer
            ? JsonSerializer.Deserialize<TResponse>(answer, AnswerFormat)
            : TResponse.Refused(new Refusal("key-reused", "Khoá lệnh này đã dùng cho việc khác.", "This command key was used for something else."));
    }

    static readonly JsonSerializerOptions AnswerFormat = new() { Converters = { new OutcomeJsonConverterFactory() } };

    static bool IsTransient(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
