namespace OcopScoring.Core;

/// <summary>Identity of a row; version 7, so that keys grow with time and indexes stay dense.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct CycleId(Guid Value) : IEntityId<CycleId>
{
    public static CycleId From(Guid value) => new(value);

    public static CycleId New() => new(Guid.CreateVersion7());
}

public readonly record struct ProducerId(Guid Value) : IEntityId<ProducerId>
{
    public static ProducerId From(Guid value) => new(value);

    public static ProducerId New() => new(Guid.CreateVersion7());
}

public readonly record struct DossierId(Guid Value) : IEntityId<DossierId>
{
    public static DossierId From(Guid value) => new(value);

    public static DossierId New() => new(Guid.CreateVersion7());
}

public readonly record struct TaskId(Guid Value) : IEntityId<TaskId>
{
    public static TaskId From(Guid value) => new(value);

    public static TaskId New() => new(Guid.CreateVersion7());
}

public readonly record struct CouncilId(Guid Value) : IEntityId<CouncilId>
{
    public static CouncilId From(Guid value) => new(value);

    public static CouncilId New() => new(Guid.CreateVersion7());
}

public readonly record struct RoundId(Guid Value) : IEntityId<RoundId>
{
    public static RoundId From(Guid value) => new(value);

    public static RoundId New() => new(Guid.CreateVersion7());
}

public readonly record struct CertificateId(Guid Value) : IEntityId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);

    public static CertificateId New() => new(Guid.CreateVersion7());
}

public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    public static AccountId From(Guid value) => new(value);
}
