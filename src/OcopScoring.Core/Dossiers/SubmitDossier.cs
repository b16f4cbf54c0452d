using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Localities;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Dossiers;

/// <summary>Takes a dossier in and starts its flow. Evidence files were received before.</summary>
/// <param name="Code">The dossier's id, unique in its cycle.</param>
/// <param name="Kind">first, upgrade or re-evaluation; the last two name the certificate they follow.</param>
/// <param name="IsPlayed">True when a script is played: then no pump moves the dossier until it ends.</param>
public sealed record SubmitDossier(
    CycleId Cycle,
    string Code,
    string Kind,
    int SetNo,
    DateOnly SubmittedOn,
    Product Product,
    ProducerStatement Producer,
    string CommuneCode,
    JsonElement SelfAssessment,
    IReadOnlyList<EvidenceInput> Evidence,
    string? PreviousCertificate,
    bool IsPlayed) : ICommand<DossierId>;

public sealed class SubmitDossierAuthorizer : IAuthorizer<SubmitDossier>
{
    public Task<Refusal?> Authorize(SubmitDossier request, Actor actor, CancellationToken ct) =>
        Task.FromResult(actor.IsSystem ? null : Refusals.NeedsRole(RoleNames.Administrator));
}

public sealed class SubmitDossierHandler(OcopDb db, RegimeLibrary regimes, Geography geography, SubmissionRules rules, WorkflowHost host, Now now)
    : MediatR.IRequestHandler<SubmitDossier, Outcome<DossierId>>
{
    public async Task<Outcome<DossierId>> Handle(SubmitDossier request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.SingleAsync(c => c.Id == request.Cycle, cancellationToken);
        var published = await regimes.GetAsync(db, cycle.RegimeVersionId, cancellationToken);
        if (SubmissionRules.FormFault(request, cycle, published) is { } form)
            return form;
        var rubric = published.Rubric(request.SetNo);
        var choices = ChoicesReader.Read(request.SelfAssessment, rubric, "selfAssessment");
        if (!choices.Ok)
            return new Refusal("self-assessment", $"{choices.Faults[0].Path}: {choices.Faults[0].Message}", choices.Faults[0].Message, path: choices.Faults[0].Path);
        if (EvidenceInput.Check(request.Evidence, rubric) is { } evidence)
            return evidence;
        if (await geography.FindAsync(cycle.Id, request.CommuneCode, request.SubmittedOn, cancellationToken) is not { } place)
            return new Refusal("locality", $"Ngày {request.SubmittedOn:dd/MM/yyyy} không có xã mã '{request.CommuneCode}'.",
                $"There was no commune '{request.CommuneCode}' on {request.SubmittedOn:yyyy-MM-dd}.", path: "producer.localityCode");
        if (SubmissionRules.PlaceFault(place, cycle, published.Regime) is { } outside)
            return outside;

        var producer = await ProducerAsync(request.Producer.TaxCode, cancellationToken);
        var product = await rules.ProductAsync(request, producer, published.Regime, cancellationToken);
        if (product.Refusal is { } refused)
            return refused;
        var dossier = new Dossier
        {
            CycleId = cycle.Id,
            Code = request.Code,
            Kind = request.Kind,
            SetNo = request.SetNo,
            RubricVersionId = published.RubricVersionId(request.SetNo),
            SubmittedOn = request.SubmittedOn,
            ProducerId = producer,
            Product = request.Product,
            Producer = request.Producer,
            ProductKey = ProductKey.Of(request.Product.Name),
            PreviousCertificateId = product.Value?.Id,
            CommuneCode = place.Commune.Code,
            DistrictCode = place.District?.Code,
            ProvinceCode = place.Province.Code,
            Tier = published.Regime.Tiers[0].Id,
            ProductCode = await NextProductCodeAsync(place, request.SubmittedOn.Year, cancellationToken),
            SelfAssessment = choices.Value!.ToJson(),
            IsPlayed = request.IsPlayed,
        };
        db.Dossiers.Add(dossier);
        await EvidenceInput.AddAsync(db, dossier.Id, request.Evidence, now.Instant, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var workflow = published.Regime.Workflows.For(request.Kind);
        return await host.StartAsync(dossier, published, workflow, Inputs(request, published.Regime, product.Value), cancellationToken) is { } stuck
            ? stuck
            : dossier.Id;
    }

    static Dictionary<string, JsonNode?> Inputs(SubmitDossier request, Regime regime, Certificate? previous) => new()
    {
        ["kind"] = request.Kind,
        ["productSet"] = request.SetNo,
        ["tourism"] = regime.IsTourism(request.SetNo),
        ["previousStars"] = previous?.Stars ?? 0,
    };

    async Task<ProducerId> ProducerAsync(string taxCode, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into producers (id, tax_code) values ({Guid.CreateVersion7()}, {taxCode}) on conflict (tax_code) do nothing", ct);
        return await db.Producers.Where(p => p.TaxCode == taxCode).Select(p => p.Id).SingleAsync(ct);
    }

    async Task<string> NextProductCodeAsync(Place place, int year, CancellationToken ct)
    {
        var serial = (await db.Database.SqlQuery<int>($"""
            insert into product_serials (commune_code, year, last) values ({place.Commune.Code}, {year}, 1)
            on conflict (commune_code, year) do update set last = product_serials.last + 1
            returning last as "Value"
            """).ToListAsync(ct)).Single();
        return $"{place.Province.Code}-{place.Commune.Code}-{serial:D2}-{year}";
    }
}
