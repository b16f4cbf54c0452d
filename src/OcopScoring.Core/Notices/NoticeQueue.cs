using System.Text.Json;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Workflow;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Notices;

/// <summary>Puts notices into the outbox; they are delivered after the commit.</summary>
public sealed class NoticeQueue(OcopDb db, Now now, TimeProvider clock)
{
    public const string Kind = "notice";

    /// <param name="template">The id of a notice of the regime.</param>
    public void Add(Burst burst, string template, string toRole) => Add(burst, new NoticePayload(template, toRole, now.Instant, null, null));

    /// <summary>Reminds the role of an open task that it is about to fall due.</summary>
    public void Remind(Burst burst, Bookmark bookmark) =>
        Add(burst, new NoticePayload(null, bookmark.Inputs["role"]?.GetValue<string>() ?? RoleNames.Council, now.Instant, bookmark.Inputs["task"]?.GetValue<string>(), bookmark.Due));

    void Add(Burst burst, NoticePayload payload) => db.Outbox.Add(new OutboxMessage
    {
        DossierId = burst.Dossier.Id,
        Kind = Kind,
        Payload = JsonSerializer.Serialize(payload),
        CreatedAt = now.Instant,
        NotBefore = clock.GetUtcNow(),
    });
}

/// <param name="Template">Null for a reminder of <paramref name="Task"/>.</param>
public sealed record NoticePayload(string? Template, string ToRole, DateTimeOffset At, string? Task, DateTimeOffset? Due);
