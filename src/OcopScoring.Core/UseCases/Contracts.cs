using MediatR;

namespace OcopScoring.Core.UseCases;

/// <summary>Reads and changes nothing.</summary>
public interface IQuery<T> : IRequest<Outcome<T>>;

/// <summary>Changes data in one transaction; refused or failed, it has changed nothing.</summary>
public interface ICommand<T> : IRequest<Outcome<T>>, ITransactional;

public interface ITransactional
{
    /// <summary>Given twice, the command has its effect once and answers both times the same. Null: the command guards itself by its state.</summary>
    string? IdempotencyKey => null;
}

/// <summary>Says who may run a use case. Every request has exactly one; a test holds that.</summary>
public interface IAuthorizer<in TRequest>
{
    /// <summary>Null when allowed; otherwise the refusal, which names the role that would be needed.</summary>
    Task<Refusal?> Authorize(TRequest request, Actor actor, CancellationToken ct);
}
