using System.Collections.Immutable;

namespace OcopScoring.Core.Cycles;

/// <summary>One thing that is wrong in a regime's folder: the file's name, the JSON path (<c>tiers[1].title.vi</c>; <c>$</c> is the whole file) and a sentence.</summary>
public sealed record RegimeFault(string File, string Path, string Message)
{
    public override string ToString() => $"{File}: {Path}: {Message}";
}

/// <summary>The regime, or null and at least one fault.</summary>
public sealed record RegimeReading(Regime? Regime, ImmutableArray<RegimeFault> Faults);
