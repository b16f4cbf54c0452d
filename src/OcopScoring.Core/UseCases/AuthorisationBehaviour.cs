using MediatR;

namespace OcopScoring.Core.UseCases;

public sealed class AuthorisationBehaviour<TRequest, TResponse>(IAuthorizer<TRequest> authorizer, CurrentActor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        await authorizer.Authorize(request, actor.Actor, cancellationToken) is { } refusal ? TResponse.Refused(refusal) : await next();
}
