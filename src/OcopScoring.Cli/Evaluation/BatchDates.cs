using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;

namespace OcopScoring.Cli.Evaluation;

/// <summary>Batch dates plan and warn, and never stop a dossier (QĐ26 Điều 5).</summary>
static class BatchDates
{
    public static async Task<string?> WarningAsync(IServiceProvider services, CycleId cycle, CycleFile cycleFile, DossierFile file, CancellationToken ct)
    {
        var published = await services.GetRequiredService<RegimeLibrary>().OfCycleAsync(services.GetRequiredService<OcopDb>(), cycle, ct);
        var batches = published.Regime.Batches;
        if (batches.IsEmpty)
            return null;
        var tier = batches[0].Tier;
        var next = batches.Where(b => b.Tier == tier)
            .SelectMany(b => new[] { b.In(file.SubmittedOn.Year), b.In(file.SubmittedOn.Year + 1) })
            .Where(b => b.ProposedBefore > file.SubmittedOn).Min(b => b.ProposedBefore);
        return next > cycleFile.ClosesOn
            ? $"warning: submitted on {file.SubmittedOn:yyyy-MM-dd}, after the last batch date within the cycle; the next batch takes dossiers proposed before {next:yyyy-MM-dd}."
            : null;
    }
}
