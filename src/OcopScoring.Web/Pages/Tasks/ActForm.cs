using System.Globalization;
using Microsoft.AspNetCore.Http;
using OcopScoring.Core;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Tasks;

namespace OcopScoring.Web.Pages.Tasks;

/// <summary>The form of a task as it was filled in; kept whole when it is shown again.</summary>
public sealed class ActForm
{
    /// <summary>How many pieces of evidence fit on the form at a time.</summary>
    public const int EvidenceRows = Hosting.UploadLimits.Files;

    /// <summary>So that the form has its effect once, however often it is sent.</summary>
    public string Key { get; init; } = Guid.CreateVersion7().ToString();

    public string? Note { get; init; }

    /// <summary>The outcome whose button was pressed; null when files were only added.</summary>
    public string? Outcome { get; init; }

    public bool IsConfirmed { get; init; }

    /// <summary>Leaf → option, as chosen; empty for "no level reached".</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    public List<EvidenceInput> Evidence { get; } = [];

    /// <summary>Rows that could not be taken, as typed.</summary>
    public Dictionary<int, EvidenceRow> Rows { get; } = [];

    public static ActForm Read(IFormCollection form) => new()
    {
        Key = form["key"].ToString() is { Length: > 0 and <= 64 } key ? key : Guid.CreateVersion7().ToString(),
        Note = form["note"].ToString().Trim() is { Length: > 0 } note ? note : null,
        Outcome = form["outcome"].ToString() is { Length: > 0 } outcome ? outcome : null,
        IsConfirmed = form["confirmed"] == "yes",
        Claims = form.Where(f => f.Key.StartsWith("claim-", StringComparison.Ordinal)).ToDictionary(f => f.Key["claim-".Length..], f => f.Value.ToString()),
    };

    /// <summary>Takes what was kept from the form before and what it brings now; what cannot be taken is told, each at its field.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeEvidenceAsync(IFormCollection form, DossierId dossier, SealedEvidence seal, EvidenceIntake intake, CancellationToken ct)
    {
        var refusals = new List<Refusal>();
        var dropped = form["drop"].ToHashSet();
        foreach (var kept in form["kept"].Where(k => !dropped.Contains(k)))
            if (seal.Open(dossier, kept) is { } evidence)
                Evidence.Add(evidence);
        for (var row = 0; row < EvidenceRows; row++)
        {
            if (form.Files.GetFile($"file-{row}") is not { Length: > 0 } file)
                continue;
            var typed = EvidenceRow.Read(form, row);
            await using var content = file.OpenReadStream();
            var received = await intake.ReceiveAsync(file.FileName, content, ct);
            if (received.Refusal is { } refused)
            {
                refusals.Add(refused with { Path = $"file-{row}" });
                Rows[row] = typed;
                continue;
            }
            Evidence.Add(new EvidenceInput(typed.Criterion, typed.Kind, typed.Title.Length > 0 ? typed.Title : received.Value.FileName, received.Value, typed.IssuedOn, typed.ValidUntil));
        }
        return refusals;
    }

    /// <param name="current">Leaf → option claimed so far; only what differs is sent.</param>
    public SupplementInput ToSupplement(IReadOnlyDictionary<string, string?> current) => new(
        Evidence,
        Claims.Where(c => (current.GetValueOrDefault(c.Key) ?? "") != c.Value).ToDictionary(c => c.Key, c => c.Value.Length == 0 ? null : c.Value));
}

/// <summary>One row of evidence as typed.</summary>
public sealed record EvidenceRow(string Criterion, string Kind, string Title, DateOnly? IssuedOn, DateOnly? ValidUntil)
{
    public static EvidenceRow Read(IFormCollection form, int row) => new(
        form[$"criterion-{row}"].ToString(),
        form[$"kind-{row}"].ToString(),
        form[$"title-{row}"].ToString().Trim(),
        Day(form[$"issued-{row}"]),
        Day(form[$"until-{row}"]));

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
