using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

/// <summary>Writes the next row of an instance's journal and moves the instance's number and hash on.</summary>
static class JournalWriter
{
    public static JournalEntry Next(WorkflowInstance instance, Stimulus stimulus, WorkflowState? before, Deed deed, DateTimeOffset at)
    {
        var (kind, bookmark, outcome, json) = Describe(stimulus);
        var open = bookmark is { } id ? before?.FindBookmark(id) : null;
        var sequence = ++instance.Sequence;
        var text = json.ToJsonString();
        var entry = new JournalEntry
        {
            DossierId = instance.DossierId,
            Sequence = sequence,
            At = at,
            Kind = kind,
            Activity = open?.ActivityId,
            Task = open?.Inputs["task"]?.GetValue<string>(),
            Outcome = outcome ?? (kind == "due" ? open?.DueOutcome : null),
            Role = deed.Role,
            AccountId = deed.Account,
            Stimulus = text,
            Note = deed.Note,
            PreviousHash = instance.Hash,
            Hash = HashOf(instance.Hash, instance.DossierId, sequence, at, deed.Role, deed.Account, deed.Note, text),
        };
        instance.Hash = entry.Hash;
        return entry;
    }

    /// <summary>Lower-case hex SHA-256 over the row's fields, one a line, the hash of the row before first.</summary>
    public static string HashOf(string previous, DossierId dossier, int sequence, DateTimeOffset at, string role, Guid? account, string? note, string stimulus) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            previous,
            dossier.Value.ToString(),
            sequence.ToString(CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            role,
            account?.ToString() ?? "",
            JsonValue.Create(note)?.ToJsonString() ?? "null",
            stimulus))));

    static (string Kind, int? Bookmark, string? Outcome, JsonObject Json) Describe(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start start => ("started", null, null, new JsonObject
        {
            ["start"] = new JsonObject(start.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => KeyValuePair.Create(i.Key, i.Value?.DeepClone()))),
        }),
        Stimulus.Resume resume => ("resumed", resume.BookmarkId, resume.Outcome, new JsonObject
        {
            ["resume"] = new JsonObject { ["bookmark"] = resume.BookmarkId, ["outcome"] = resume.Outcome, ["result"] = resume.Result?.DeepClone() },
        }),
        Stimulus.TimerFired timer => ("due", timer.BookmarkId, null, new JsonObject
        {
            ["due"] = new JsonObject { ["bookmark"] = timer.BookmarkId },
        }),
        _ => throw new NotSupportedException($"The journal has no row for {stimulus.GetType().Name}."),
    };
}
