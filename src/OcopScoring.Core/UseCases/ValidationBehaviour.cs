using FluentValidation;
using MediatR;

namespace OcopScoring.Core.UseCases;

/// <summary>Runs the request's validators. A failure's message is "vi|en"; its property name is the field of the form.</summary>
public sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid)
            {
                var first = result.Errors[0];
                var (vi, en) = first.ErrorMessage.Split('|') is [var v, var e] ? (v, e) : (first.ErrorMessage, first.ErrorMessage);
                return TResponse.Refused(new Refusal("invalid", vi, en, path: first.PropertyName));
            }
        }
        return await next();
    }
}
