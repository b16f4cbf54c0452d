using System.Collections.Immutable;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// One legal basis (căn cứ pháp lý) as data: everything about an evaluation that is not a flow and not a rubric, as it stands in
/// <c>regime.json</c> (<c>ocop-regime/1</c>, described in <c>workflows/README.md</c>). Whatever <see cref="RegimeReader"/> returns is whole and
/// consistent in itself: every tier, role and outcome that one part names exists in the other.
/// </summary>
public sealed record Regime(
    string Id,
    Text Title,
    ImmutableArray<RegimeAct> LegalBasis,
    RegimePeriod InForce,
    Text? Note,
    ImmutableArray<RegimeTier> Tiers,
    ImmutableArray<RegimeStarBand> StarBands,
    CouncilRules CouncilRules,
    ImmutableArray<RegimeBatch> Batches,
    RegimeRenewal Renewal,
    RegimeCertificate Certificate,
    RegimeSupplement Supplement,
    ImmutableArray<int> ReminderDays,
    ImmutableArray<int> TourismSets,
    RegimeSiteVisit SiteVisit,
    RegimeRubrics Rubrics,
    RegimeWorkflows Workflows,
    ImmutableArray<RegimeRole> Roles,
    ImmutableArray<RegimeTask> Tasks,
    ImmutableArray<RegimeNotice> Notices,
    ImmutableArray<RegimeDisqualifier> Disqualifiers)
{
    /// <summary>The tier with this id; asking for another is a bug and throws.</summary>
    public RegimeTier Tier(string id) => FindTier(id) ?? throw new ArgumentException($"Regime {Id} has no tier '{id}'.", nameof(id));

    public RegimeTier? FindTier(string? id) => Tiers.FirstOrDefault(t => t.Id == id);

    /// <summary>The task with this id; asking for another is a bug and throws.</summary>
    public RegimeTask Task(string id) => FindTask(id) ?? throw new ArgumentException($"Regime {Id} has no task '{id}'.", nameof(id));

    public RegimeTask? FindTask(string? id) => Tasks.FirstOrDefault(t => t.Id == id);

    /// <summary>The role with this id; asking for another is a bug and throws.</summary>
    public RegimeRole Role(string id) => FindRole(id) ?? throw new ArgumentException($"Regime {Id} has no role '{id}'.", nameof(id));

    public RegimeRole? FindRole(string? id) => Roles.FirstOrDefault(r => r.Id == id);

    /// <summary>The notice with this id; asking for another is a bug and throws.</summary>
    public RegimeNotice Notice(string id) => FindNotice(id) ?? throw new ArgumentException($"Regime {Id} has no notice '{id}'.", nameof(id));

    public RegimeNotice? FindNotice(string? id) => Notices.FirstOrDefault(n => n.Id == id);

    /// <summary>The text of a knock-out id, or null for an id that no rubric of this regime uses.</summary>
    public RegimeDisqualifier? FindDisqualifier(string id) => Disqualifiers.FirstOrDefault(d => d.Id == id);

    /// <summary>The one tier that recognises a product with these stars, or null where no decision and no certificate is given (one and two stars).</summary>
    public RegimeTier? TierThatRecognises(int stars) => Tiers.FirstOrDefault(t => t.Recognises.Contains(stars));

    /// <summary>The bands as scoring takes them.</summary>
    public StarBands Bands => new(From(5), From(4), From(3), From(2));

    public bool IsTourism(int productSet) => TourismSets.Contains(productSet);

    /// <summary>Whether the advisory team of this tier must visit the site before it may report <c>Ready</c>.</summary>
    public bool RequiresSiteVisit(string tier, string kind, int productSet) =>
        IsTourism(productSet) && SiteVisit.Tier == tier && SiteVisit.Kinds.Contains(kind);

    /// <summary>What the person with this task has to check; a re-evaluation may have a text of its own.</summary>
    public Text Guidance(string task, string kind) =>
        kind == RegimeKinds.ReEvaluation ? Task(task).InReEvaluation ?? Task(task).Guidance : Task(task).Guidance;

    int From(int stars) => StarBands.Single(b => b.Stars == stars).From;
}
