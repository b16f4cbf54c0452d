using System.Globalization;
using System.Text.Json;
using OcopScoring.Core.Accounts;
using OcopScoring.Core.Database;
using OcopScoring.Core.Workflow;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Notices;

/// <summary>Writes notices as of the step that causes them, and puts them into the outbox; they are delivered after the commit.</summary>
public sealed class NoticeQueue(OcopDb db, Now now, TimeProvider clock)
{
    public const string Kind = "notice";

    /// <param name="template">The id of a notice of the regime.</param>
    public async Task AddAsync(Burst burst, string template, string toRole, CancellationToken ct)
    {
        var notice = burst.Regime.Notice(template);
        var facts = await NoticeFacts.ReadAsync(db, burst, ct);
        Add(burst, new NoticePayload(template, toRole, now.Instant, facts.Fill(notice.Subject), facts.Fill(notice.Body)));
    }

    /// <summary>Reminds the role of an open task that it is about to fall due.</summary>
    public void Remind(Burst burst, Bookmark bookmark)
    {
        var task = burst.Regime.Task(bookmark.Inputs["task"]!.GetValue<string>()).Title;
        var (code, product) = (burst.Dossier.Code, burst.Dossier.Product.Name);
        var due = bookmark.Due?.ToOffset(TimeSpan.FromHours(7)).AddTicks(-1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        Add(burst, new NoticePayload("reminder", bookmark.Inputs["role"]?.GetValue<string>() ?? RoleNames.Council, now.Instant,
            new Text($"Sắp đến hạn: {task.Vi}", $"Due soon: {task.En}"),
            new Text($"Hồ sơ {code}, sản phẩm {product}: hạn cuối ngày {due}.", $"Dossier {code}, product {product}: due by the end of {due}.")));
    }

    void Add(Burst burst, NoticePayload payload) => db.Outbox.Add(new OutboxMessage
    {
        DossierId = burst.Dossier.Id,
        Kind = Kind,
        Payload = JsonSerializer.Serialize(payload),
        CreatedAt = now.Instant,
        NotBefore = clock.GetUtcNow(),
    });
}

public sealed record NoticePayload(string Template, string ToRole, DateTimeOffset At, Text Subject, Text Body);
