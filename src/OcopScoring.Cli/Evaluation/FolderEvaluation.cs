using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OcopScoring.Core;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Cli.Evaluation;

/// <summary>The whole evaluation without a browser: contracts, part 4. Safe to run twice, at once, or again after it was cut off.</summary>
sealed class FolderEvaluation(IServiceScopeFactory scopes, string connectionString, string folder, string output, TextWriter progress)
{
    public async Task<EvaluationReport> RunAsync(CancellationToken ct)
    {
        if (!Directory.Exists(folder))
            throw new SetupException($"There is no folder {folder}.");
        var file = FolderFiles.ReadCycle(folder);
        var expected = FolderFiles.ReadExpectations(folder);
        var cycle = await OpenCycleAsync(file, ct);
        var (order, unreadable) = DossierOrder.Of(folder);
        var reports = new List<DossierReport>(unreadable);
        foreach (var report in unreadable)
            await progress.WriteLineAsync($"{report.Id}: {report.Error}");
        foreach (var dossier in order)
            reports.Add(await EvaluateAsync(cycle, file, dossier, reports, ct));
        return EvaluationReport.Of(file.Id, reports, expected);
    }

    async Task<CycleId> OpenCycleAsync(CycleFile file, CancellationToken ct)
    {
        await using var scope = SystemScope();
        var opened = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new OpenCycle(file.Id, file.Title, file.Regime, file.Province, file.OpensOn, file.ClosesOn, file.Localities), ct);
        return opened.Refusal is { } refusal ? throw new FolderFault("cycle.json", refusal.Path ?? "$", refusal.Message.En) : opened.Value;
    }

    async Task<DossierReport> EvaluateAsync(CycleId cycle, CycleFile cycleFile, DossierFile file, IReadOnlyList<DossierReport> before, CancellationToken ct)
    {
        // One process at a time plays a dossier; a second one waits, then finds it played.
        await using var mine = new NpgsqlConnection(connectionString + ";Pooling=false");
        await mine.OpenAsync(ct);
        await using (var enter = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", mine) { Parameters = { new() { Value = $"dossier:{cycleFile.Id}:{file.Id}" } }, CommandTimeout = 0 })
            await enter.ExecuteNonQueryAsync(ct);
        string? error = null;
        try
        {
            var id = await FindAsync(cycle, file.Id, ct) ?? await SubmitAsync(cycle, cycleFile, file, before, ct);
            await new ScriptPlayer(scopes, folder).PlayAsync(file, id, ct);
        }
        catch (Stopped stopped)
        {
            error = stopped.Message;
        }
        var report = await ReportAsync(cycle, file.Id, error, ct);
        await progress.WriteLineAsync($"{report.Id}: {report.Describe()}");
        return report;
    }

    async Task<DossierId?> FindAsync(CycleId cycle, string code, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OcopDb>().Dossiers.Where(d => d.CycleId == cycle && d.Code == code).Select(d => (DossierId?)d.Id).SingleOrDefaultAsync(ct);
    }

    async Task<DossierId> SubmitAsync(CycleId cycle, CycleFile cycleFile, DossierFile file, IReadOnlyList<DossierReport> before, CancellationToken ct)
    {
        await using var scope = SystemScope();
        scope.ServiceProvider.GetRequiredService<Now>().PlayAt(Now.MorningOf(file.SubmittedOn));
        var evidence = await EvidenceFiles.ReceiveAsync(scope.ServiceProvider.GetRequiredService<EvidenceIntake>(), folder, file.File, file.Evidence, ct);
        var submitted = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new SubmitDossier(cycle, file.Id, file.Kind, file.ProductSet, file.SubmittedOn, file.Product, file.Producer, file.LocalityCode,
                file.SelfAssessment, evidence, PreviousOf(file, before), IsPlayed: file.Script.Count > 0), ct);
        if (submitted.Refusal is { } refusal)
            throw new Stopped($"{file.File}: {refusal.Path ?? "$"}: {refusal.Message.En}");
        if (await BatchDates.WarningAsync(scope.ServiceProvider, cycle, cycleFile, file, ct) is { } warning)
            await progress.WriteLineAsync($"{file.Id}: {warning}");
        return submitted.Value;
    }

    /// <summary>A dossier of the same folder stands for the certificate that it won.</summary>
    static string? PreviousOf(DossierFile file, IReadOnlyList<DossierReport> before)
    {
        if (file.Previous is not { } previous || before.FirstOrDefault(r => r.Id == previous) is not { } dossier)
            return file.Previous;
        return dossier.Certificate?.Number ?? throw new Stopped($"{file.File}: previous: The dossier '{previous}' has no certificate: it is {dossier.State ?? "not taken in"}.");
    }

    async Task<DossierReport> ReportAsync(CycleId cycle, string code, string? error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OcopDb>();
        if (await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.CycleId == cycle && d.Code == code, ct) is not { } dossier)
            return DossierReport.NotTakenIn(code, error);
        while (await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().DeliverAsync(dossier.Id, 20, ct) > 0)
        {
        }
        return await new ReportReader(db, scope.ServiceProvider.GetRequiredService<CertificateRendering>(), scope.ServiceProvider.GetRequiredService<IFileStore>(), output).ReadAsync(dossier, error, ct);
    }

    AsyncServiceScope SystemScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return scope;
    }
}
