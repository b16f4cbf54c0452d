namespace OcopScoring.Core;

/// <summary>An expected "no": a stable code for programs, a sentence for people, the clause it rests on, the field it concerns.</summary>
public sealed record Refusal(string Code, Text Message, string? Clause = null, string? Path = null)
{
    public Refusal(string code, string vi, string en, string? clause = null, string? path = null)
        : this(code, new Text(vi, en), clause, path)
    {
    }
}

/// <summary>What a use case answers: a value, or the refusal that stands in its place. A refused command has changed nothing.</summary>
public sealed record Outcome<T> : IOutcome<Outcome<T>>
{
    readonly T? value;

    Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused ({Refusal.Code}): {Refusal.Message.En}");

    public static Outcome<T> Refused(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => Refused(refusal);
}

/// <summary>Lets a pipeline behaviour refuse without knowing the value's type.</summary>
public interface IOutcome<TSelf> where TSelf : IOutcome<TSelf>
{
    Refusal? Refusal { get; }

    static abstract TSelf Refused(Refusal refusal);
}

/// <summary>The value of a command that has nothing to tell but that it was done.</summary>
public readonly record struct Nothing;
