using System.Collections.Immutable;

namespace OcopScoring.Core.Cycles;

/// <summary>A role that tasks and notices name; <see cref="Tier"/> is null for a role that belongs to no tier or to several (producer, council).</summary>
public sealed record RegimeRole(string Id, string? Tier, Text Title);

/// <summary>
/// A task of the flows: who does it, what to check, the clause it rests on and what may come of it. <see cref="Tier"/> is null for a task that any
/// tier may give (<c>supplement</c>). <see cref="OverdueOutcome"/> is what happens by itself when the due time passes; it is no button.
/// </summary>
public sealed record RegimeTask(
    string Id,
    string Role,
    string? Tier,
    Text Title,
    Text Guidance,
    Text? InReEvaluation,
    string Clause,
    ImmutableArray<RegimeOutcome> Outcomes,
    RegimeOutcome? OverdueOutcome)
{
    /// <summary>The outcome with this id, that of the due time included; asking for another is a bug and throws.</summary>
    public RegimeOutcome Outcome(string id) => FindOutcome(id) ?? throw new ArgumentException($"Task {Id} has no outcome '{id}'.", nameof(id));

    public RegimeOutcome? FindOutcome(string? id) => Outcomes.FirstOrDefault(o => o.Id == id) ?? (OverdueOutcome?.Id == id ? OverdueOutcome : null);
}

/// <summary>An outcome: the deed as it stands on the button, and what follows in one sentence. In the order of the buttons.</summary>
public sealed record RegimeOutcome(string Id, Text Action, Text Consequence);

/// <summary>A notice that <c>Ocop.Notify</c> sends, with placeholders in braces, each one of <see cref="Placeholders"/>.</summary>
public sealed record RegimeNotice(string Id, Text Subject, Text Body)
{
    /// <summary>
    /// What a text may name: <c>dossier</c> (its id), <c>product</c>, <c>producer</c>, <c>tier</c> (title of the tier of the last task, council result
    /// or forwarding, whichever came last, in lower case), <c>stars</c> (last council result), <c>previousStars</c>, <c>reasons</c> (of the last deed
    /// or result), <c>certificate</c> (its number) and <c>validUntil</c>.
    /// </summary>
    public static ImmutableArray<string> Placeholders { get; } =
        ["dossier", "product", "producer", "tier", "stars", "previousStars", "reasons", "certificate", "validUntil"];
}

/// <summary>A knock-out that a council member may raise, in words.</summary>
public sealed record RegimeDisqualifier(string Id, Text Title);

/// <summary>The kinds of dossier as files, flows and scripts write them.</summary>
public static class RegimeKinds
{
    public const string First = "first";
    public const string Upgrade = "upgrade";
    public const string ReEvaluation = "re-evaluation";

    public static ImmutableArray<string> All { get; } = [First, Upgrade, ReEvaluation];
}
