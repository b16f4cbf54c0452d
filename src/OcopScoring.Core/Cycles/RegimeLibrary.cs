using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Rubrics;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Cycles;

/// <summary>
/// Published regimes, read once from the database and shared: a published version never changes, so what is read stays true.
/// </summary>
public sealed class RegimeLibrary
{
    readonly ConcurrentDictionary<Guid, PublishedRegime> regimes = new();

    public async Task<PublishedRegime> GetAsync(OcopDb db, Guid regimeVersionId, CancellationToken ct)
    {
        if (regimes.TryGetValue(regimeVersionId, out var known))
            return known;
        var version = await db.RegimeVersions.AsNoTracking().Include(v => v.Workflows).Include(v => v.Rubrics).AsSplitQuery()
            .SingleAsync(v => v.Id == regimeVersionId, ct);
        return regimes.GetOrAdd(regimeVersionId, new PublishedRegime(version));
    }

    public async Task<PublishedRegime> OfCycleAsync(OcopDb db, CycleId cycle, CancellationToken ct) =>
        await GetAsync(db, await db.Cycles.Where(c => c.Id == cycle).Select(c => c.RegimeVersionId).SingleAsync(ct), ct);
}

/// <summary>A published regime with its flows and rubrics, each parsed when first asked for.</summary>
public sealed class PublishedRegime
{
    readonly Dictionary<string, (Guid Id, Lazy<WorkflowDefinition> Definition)> workflows;
    readonly Dictionary<int, (Guid Id, Lazy<Rubric> Rubric)> rubrics;

    internal PublishedRegime(RegimeVersion version)
    {
        VersionId = version.Id;
        Number = version.Number;
        Sha256 = version.Sha256;
        Regime = RegimeReader.Read(Encoding.UTF8.GetBytes(version.Document)).Regime
            ?? throw new InvalidDataException($"The stored regime {version.RegimeId} version {version.Number} cannot be read.");
        CouncilRules = Regime.CouncilRules;
        StarBands = new StarBands(Band(5), Band(4), Band(3), Band(2));
        workflows = version.Workflows.ToDictionary(w => w.Name, w => (w.Id, new Lazy<WorkflowDefinition>(() => ReadWorkflow(w))));
        rubrics = version.Rubrics.ToDictionary(r => r.SetNo, r => (r.Id, new Lazy<Rubric>(() => ReadRubric(r))));
    }

    public Guid VersionId { get; }

    public int Number { get; }

    public string Sha256 { get; }

    public Regime Regime { get; }

    public CouncilRules CouncilRules { get; }

    public StarBands StarBands { get; }

    public IEnumerable<int> Sets => rubrics.Keys.Order();

    public bool HasSet(int setNo) => rubrics.ContainsKey(setNo);

    public Rubric Rubric(int setNo) => rubrics[setNo].Rubric.Value;

    public Guid RubricVersionId(int setNo) => rubrics[setNo].Id;

    public WorkflowDefinition Workflow(string name) => workflows[name].Definition.Value;

    public Guid WorkflowVersionId(string name) => workflows[name].Id;

    public WorkflowDefinition Workflow(Guid versionId) => workflows.Values.Single(w => w.Id == versionId).Definition.Value;

    int Band(int stars) => Regime.StarBands.Single(b => b.Stars == stars).From;

    static WorkflowDefinition ReadWorkflow(WorkflowVersion stored) =>
        DefinitionReader.Read(Encoding.UTF8.GetBytes(stored.Document)).Definition
        ?? throw new InvalidDataException($"The stored flow {stored.Name} ({stored.Sha256}) cannot be read.");

    static Rubric ReadRubric(RubricVersion stored) =>
        RubricReader.Read(Encoding.UTF8.GetBytes(stored.Document)).Value
        ?? throw new InvalidDataException($"The stored rubric {stored.SetCode} ({stored.Sha256}) cannot be read.");
}
