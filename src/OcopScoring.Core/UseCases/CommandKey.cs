namespace OcopScoring.Core.UseCases;

/// <summary>An idempotency key that a command carried, with its answer.</summary>
public sealed class CommandKey
{
    public required string Key { get; init; }

    public required string UseCase { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Answer { get; init; }
}
