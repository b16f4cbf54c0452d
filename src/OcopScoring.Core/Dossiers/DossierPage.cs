using MediatR;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Dossiers;

/// <summary>A dossier at a glance: its registration form, the tasks that it has been through, and where it is.</summary>
public sealed record DossierPage(DossierId Dossier) : IQuery<DossierOverview>;

/// <param name="Contact">Personal data of the producer; null for those whose part does not need it.</param>
/// <param name="Steps">Every task so far, oldest first.</param>
/// <param name="Previous">The certificate that an upgrade or re-evaluation starts from.</param>
/// <param name="Flow">The very version of the flow that the dossier runs on.</param>
public sealed record DossierOverview(
    DossierHead Head, ProducerFacts Producer, ProducerContact? Contact, IReadOnlyList<DossierStep> Steps, FlowProgress Flow, CertificateSummary? Previous);

/// <param name="Done">Activities of tasks that were done at least once.</param>
/// <param name="Open">Activities that wait now.</param>
public sealed record FlowProgress(WorkflowDefinition Definition, IReadOnlySet<string> Done, IReadOnlySet<string> Open);

public sealed record ProducerFacts(string Name, string Type, string Address, string RepresentativePost);

public sealed record ProducerContact([property: Personal] string TaxCode, [property: Personal] string Phone, [property: Personal] string Email);

/// <param name="Outcome">What was done; null while it is open.</param>
public sealed record DossierStep(string Name, Text Title, Text? Tier, Text RoleTitle, TaskState State, Text? Outcome, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt);

public sealed class DossierPageAuthorizer(OcopDb db, RegimeLibrary regimes) : IAuthorizer<DossierPage>
{
    public Task<Refusal?> Authorize(DossierPage request, Actor actor, CancellationToken ct) => DossierAccess.RefusalAsync(db, regimes, request.Dossier, actor, ct);
}

public sealed class DossierPageHandler(OcopDb db, RegimeLibrary regimes, CurrentActor current, Now now) : IRequestHandler<DossierPage, Outcome<DossierOverview>>
{
    public async Task<Outcome<DossierOverview>> Handle(DossierPage request, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == request.Dossier, cancellationToken);
        var head = await DossierHead.ReadAsync(db, regimes, dossier, current.Actor, now.Day, cancellationToken);
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.DossierId == dossier.Id).OrderBy(t => t.OpenedAt).ThenBy(t => t.Bookmark).ToListAsync(cancellationToken);
        var previous = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == dossier.PreviousCertificateId, cancellationToken);
        var stated = dossier.Producer;
        return new DossierOverview(
            head,
            new ProducerFacts(stated.Name, stated.Type, stated.Address, stated.RepresentativePost),
            head.ForOfficials || dossier.IsOwnedBy(current.Actor) ? new ProducerContact(stated.TaxCode, stated.Phone, stated.Email) : null,
            [.. tasks.Select(t => StepOf(t, head.Regime))],
            await FlowAsync(dossier, tasks, cancellationToken),
            previous is null ? null : CertificateSummary.Of(previous, now.Day));
    }

    async Task<FlowProgress> FlowAsync(Dossier dossier, List<DossierTask> tasks, CancellationToken ct)
    {
        var version = await db.Instances.Where(i => i.DossierId == dossier.Id).Select(i => i.WorkflowVersionId).SingleAsync(ct);
        return new FlowProgress(
            (await regimes.OfCycleAsync(db, dossier.CycleId, ct)).Workflow(version),
            tasks.Where(t => t.State == TaskState.Done).Select(t => t.Activity).ToHashSet(),
            tasks.Where(t => t.State == TaskState.Open).Select(t => t.Activity).ToHashSet());
    }

    static DossierStep StepOf(DossierTask task, Regime regime)
    {
        var known = regime.Task(task.Name);
        return new DossierStep(task.Name, known.Title, regime.FindTier(task.Tier)?.Title, regime.Role(task.Role).Title, task.State,
            known.FindOutcome(task.Outcome)?.Action, task.OpenedAt, task.DueAt, task.ClosedAt);
    }
}
