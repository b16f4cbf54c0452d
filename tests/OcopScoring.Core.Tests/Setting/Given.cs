using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Scoring;
using OcopScoring.Core.Tasks;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Tests.Setting;

/// <summary>Makes what a test begins with, through the use cases that make it in earnest.</summary>
public sealed class Given(TestSite site)
{
    public const string Commune = "24733";
    public const string Province = "68";

    public Rubric Rubric { get; private set; } = null!;

    public CycleId Cycle { get; private set; }

    int dossiers;

    public async Task<Given> ACycleAsync(string regime = "qd26-2026", int set = 11, string opens = "2026-05-22", string closes = "2026-12-30")
    {
        var opened = await site.SendAsync(new OpenCycle("2026-1", "Đợt 1", regime, Province, Day(opens), Day(closes), []), Actor.System);
        Cycle = opened.Value;
        Rubric = await site.UsingAsync<RegimeLibrary, Rubric>(async library => (await site.ReadAsync(db => library.OfCycleAsync(db, Cycle, CancellationToken.None))).Rubric(set));
        return this;
    }

    /// <summary>Submits a dossier of tea; everything about it may be changed before.</summary>
    public Task<Outcome<DossierId>> SubmitAsync(Func<SubmitDossier, SubmitDossier>? change = null)
    {
        var number = ++dossiers;
        var request = new SubmitDossier(Cycle, $"tea-{number:D2}", "first", Rubric.SetNo, Today(),
            new Product($"Chè xanh số {number}", null, "Gói 200 g", "Chè xanh sao suốt."),
            new ProducerStatement
            {
                Name = "Hợp tác xã chè",
                Type = "cooperative",
                TaxCode = "4600000001",
                Address = "Thôn 1",
                Phone = "+84900000001",
                Email = "htx@example.vn",
                RepresentativePost = "Giám đốc",
            },
            Commune, Lowest(), [], null, IsPlayed: false);
        return site.SendAsync(change is null ? request : change(request), Actor.System);
    }

    public async Task<DossierId> ADossierAsync(Func<SubmitDossier, SubmitDossier>? change = null) => (await SubmitAsync(change)).Value;

    /// <summary>A dossier whose council task is open.</summary>
    public async Task<DossierId> ADossierAtTheCouncilAsync(Func<SubmitDossier, SubmitDossier>? change = null)
    {
        var dossier = await ADossierAsync(change);
        await DoAsync(dossier, "commune-appraisal", "Endorsed");
        await DoAsync(dossier, "province-reception", "Accepted");
        await DoAsync(dossier, "province-advisory", "Ready");
        return dossier;
    }

    public async Task<DossierTask> OpenTaskAsync(DossierId dossier) =>
        await site.ReadAsync(db => db.Tasks.AsNoTracking().SingleAsync(t => t.DossierId == dossier && t.State == TaskState.Open));

    public async Task<Outcome<TaskDone>> TryAsync(DossierId dossier, string task, string outcome, SupplementInput? supplement = null)
    {
        var open = await OpenTaskAsync(dossier);
        Assert.That(open.Name, Is.EqualTo(task));
        return await site.SendAsync(new CompleteTask(open.Id, outcome, "ghi chú", supplement), await ActorForAsync(dossier, open));
    }

    public async Task<TaskDone> DoAsync(DossierId dossier, string task, string outcome, SupplementInput? supplement = null)
    {
        var done = await TryAsync(dossier, task, outcome, supplement);
        Assert.That(done.Refusal, Is.Null);
        return done.Value;
    }

    /// <summary>Closes the open round with sheets whose totals are given, one a voting seat.</summary>
    public async Task<Outcome<TaskDone>> ScoreAsync(DossierId dossier, params int[] totals)
    {
        var open = await OpenTaskAsync(dossier);
        var closed = await site.SendAsync(new CloseRoundFromFile(open.Id, Sheets(totals), "sheets.json"), Actor.Playing("council", open.LocalityCode));
        Assert.That(closed.Refusal, Is.Null);
        return closed;
    }

    public async Task<Actor> ActorForAsync(DossierId dossier, DossierTask task)
    {
        var producer = await site.ReadAsync(db => db.Dossiers.Where(d => d.Id == dossier).Select(d => d.ProducerId).SingleAsync());
        return new Actor(null, "script", [new HeldRole(task.Role, task.LocalityCode, producer)]);
    }

    /// <summary>The choices that give each leaf its lowest option: a complete self-assessment that needs no evidence.</summary>
    public JsonElement Lowest() => Element(ChoicesOf(leaf => leaf.Options.MinBy(o => o.Points)!));

    /// <summary>An `ocop-sheets/1` document: the chair and as many members as there are further totals.</summary>
    public byte[] Sheets(params int[] totals)
    {
        var seats = totals.Select((_, i) => i == 0 ? "chair" : $"m{i}").ToList();
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["schema"] = "ocop-sheets/1",
            ["rubric"] = Rubric.SetCode,
            ["seats"] = new JsonArray([.. seats.Select((seat, i) => new JsonObject { ["seat"] = seat, ["role"] = i == 0 ? "chair" : "member", ["voting"] = true })]),
            ["sheets"] = new JsonArray([.. seats.Select((seat, i) => new JsonObject { ["seat"] = seat, ["status"] = "submitted", ["choices"] = ChoicesFor(totals[i]), ["flags"] = new JsonArray() })]),
        });
    }

    /// <summary>Choices with exactly this total that meet the star marks of its band: every leaf at its best, then lowered from the front until the sum fits.</summary>
    public JsonObject ChoicesFor(int total)
    {
        var picked = Rubric.Leaves.ToDictionary(leaf => leaf.Id, leaf => leaf.Options.MaxBy(o => o.Points)!);
        var excess = Rubric.TotalMax - total;
        var stories = Rubric.Leaves.Select(l => l.StoryLeaf).ToHashSet();
        foreach (var leaf in Rubric.Leaves.Where(l => l.StoryLeaf is null && !stories.Contains(l) && !l.Rules.Contains("STOP_ANY_ZERO_IN_SENSORY")))
        {
            var floor = Rubric.Marks.Where(m => m.Criterion == leaf.Id && m.Star <= StarBands.Official.StarsOf(total)).Select(m => m.MinPoints).DefaultIfEmpty(0).Max();
            var best = leaf.Options.Where(o => o.Points >= floor && picked[leaf.Id].Points - o.Points <= excess).MinBy(o => o.Points)!;
            excess -= picked[leaf.Id].Points - best.Points;
            picked[leaf.Id] = best;
        }
        Assert.That(excess, Is.Zero, $"no choices with a total of {total}");
        return ChoicesOf(leaf => picked[leaf.Id]);
    }

    public async Task<EvidenceInput> AnEvidenceAsync(string criterion)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 {criterion}");
        var file = await site.UsingAsync<EvidenceIntake, Outcome<ReceivedFile>>(intake => intake.ReceiveAsync("minh-chung.pdf", new MemoryStream(bytes), CancellationToken.None));
        return new EvidenceInput(criterion, "other", "Minh chứng", file.Value, null, null);
    }

    public DateOnly Today() => Now.DayOf(site.Clock.GetUtcNow());

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    JsonObject ChoicesOf(Func<Criterion, RubricOption> pick) =>
        new(Rubric.Leaves.Select(leaf => KeyValuePair.Create(leaf.Id, (JsonNode?)pick(leaf).Id)));

    static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
