using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Notices;

/// <summary>Delivers a notice of the outbox to the dossier's page. Delivered twice, it stands there once: it carries the message's id.</summary>
public sealed class NoticeDelivery(OcopDb db)
{
    public async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.Notices.AnyAsync(n => n.Id == message.Id, ct))
            return;
        var notice = JsonSerializer.Deserialize<NoticePayload>(message.Payload)!;
        db.Notices.Add(new Notice
        {
            Id = message.Id,
            DossierId = message.DossierId,
            Template = notice.Template,
            ToRole = notice.ToRole,
            At = notice.At,
            SubjectVi = notice.Subject.Vi,
            SubjectEn = notice.Subject.En,
            BodyVi = notice.Body.Vi,
            BodyEn = notice.Body.En,
        });
        await db.SaveChangesAsync(ct);
    }
}
