using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace OcopScoring.Core.UseCases;

/// <summary>One line a use case: its name, role, outcome and time. Never its content, which may be personal.</summary>
public sealed class LoggingBehaviour<TRequest, TResponse>(ILogger<TRequest> log, CurrentActor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var began = Stopwatch.GetTimestamp();
        var response = await next();
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (response.Refusal is { } refusal)
            log.LogInformation("{UseCase} by {Role}: refused, {Code}, {Milliseconds:F1} ms", typeof(TRequest).Name, actor.Actor.MainRole, refusal.Code, milliseconds);
        else
            log.LogDebug("{UseCase} by {Role}: done, {Milliseconds:F1} ms", typeof(TRequest).Name, actor.Actor.MainRole, milliseconds);
        return response;
    }
}
