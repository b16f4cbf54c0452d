using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Notices;

/// <summary>Delivers a notice of the outbox to the dossier's page. Delivered twice, it stands there once: it carries the message's id.</summary>
public sealed class NoticeDelivery(OcopDb db, RegimeLibrary regimes)
{
    public async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.Notices.AnyAsync(n => n.Id == message.Id, ct))
            return;
        var payload = JsonSerializer.Deserialize<NoticePayload>(message.Payload)!;
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == message.DossierId, ct);
        var regime = (await regimes.OfCycleAsync(db, dossier.CycleId, ct)).Regime;
        var (subject, body) = payload.Template is { } template ? Filled(regime, template, dossier) : Reminder(regime, payload, dossier);
        db.Notices.Add(new Notice
        {
            Id = message.Id,
            DossierId = dossier.Id,
            Template = payload.Template ?? "reminder",
            ToRole = payload.ToRole,
            At = payload.At,
            SubjectVi = subject.Vi,
            SubjectEn = subject.En,
            BodyVi = body.Vi,
            BodyEn = body.En,
        });
        await db.SaveChangesAsync(ct);
    }

    static (Text Subject, Text Body) Filled(Regime regime, string template, Dossier dossier)
    {
        var notice = regime.Notice(template);
        return (Fill(notice.Subject, dossier), Fill(notice.Body, dossier));
    }

    static (Text Subject, Text Body) Reminder(Regime regime, NoticePayload payload, Dossier dossier)
    {
        var task = regime.Task(payload.Task!).Title;
        var due = payload.Due?.ToOffset(TimeSpan.FromHours(7)).AddTicks(-1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return (
            new Text($"Sắp đến hạn: {task.Vi}", $"Due soon: {task.En}"),
            new Text($"Hồ sơ {dossier.Code}, sản phẩm {dossier.Product.Name}: hạn cuối ngày {due}.", $"Dossier {dossier.Code}, product {dossier.Product.Name}: due by the end of {due}."));
    }

    static Text Fill(Text text, Dossier dossier)
    {
        string In(string pattern) => pattern
            .Replace("{dossier}", dossier.Code, StringComparison.Ordinal)
            .Replace("{product}", dossier.Product.Name, StringComparison.Ordinal)
            .Replace("{producer}", dossier.Producer.Name, StringComparison.Ordinal);
        return new Text(In(text.Vi), In(text.En));
    }
}
