using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Saves a member's sheet as it stands, complete or not.</summary>
/// <param name="BaseRevision">The revision that the member's screen showed; an older one is refused, so that a second tab never overwrites unseen.</param>
/// <param name="Choices">Leaf → option id, or null for "no level reached". Leaves left out stay unanswered.</param>
public sealed record SaveSheet(
    RoundId Round,
    string Seat,
    int BaseRevision,
    IReadOnlyDictionary<string, string?> Choices,
    IReadOnlyList<string> Flags,
    IReadOnlyDictionary<string, string> Comments) : ICommand<SheetSaved>;

/// <param name="Revision">To be given as <see cref="SaveSheet.BaseRevision"/> with the next change.</param>
public sealed record SheetSaved(int Revision, DateTimeOffset SavedAt);

public sealed class SaveSheetAuthorizer(OcopDb db) : IAuthorizer<SaveSheet>
{
    public Task<Refusal?> Authorize(SaveSheet request, Actor actor, CancellationToken ct) => SheetAccess.OwnAsync(db, request.Round, request.Seat, actor, ct);
}

public sealed class SaveSheetHandler(OcopDb db, RegimeLibrary regimes, Now now) : MediatR.IRequestHandler<SaveSheet, Outcome<SheetSaved>>
{
    const int LongestComment = 2000;

    public async Task<Outcome<SheetSaved>> Handle(SaveSheet request, CancellationToken cancellationToken)
    {
        var opened = await SheetAccess.OpenForChangeAsync(db, request.Round, request.Seat, cancellationToken);
        if (opened.Refusal is { } closed)
            return closed;
        var sheet = opened.Value;
        if (!sheet.Voting)
            return new Refusal("no-vote", "Thư ký không chấm điểm.", "A seat without a vote has no sheet to fill in.");
        if (sheet.State is SheetState.Submitted or SheetState.Recused)
            return new Refusal("sheet-submitted", "Phiếu đã nộp hoặc đã từ chối chấm.", "The sheet was submitted or recused and can no longer be changed.");
        if (sheet.Revision != request.BaseRevision)
            return new Refusal("sheet-conflict", "Phiếu này vừa được sửa ở thẻ hoặc thiết bị khác. Tải lại để xem bản mới nhất.", "This sheet was changed in another tab or device. Reload to see its newest state.");
        if (Fault(request, await RubricOfAsync(request.Round, cancellationToken)) is { } bad)
            return bad;
        sheet.Choices = JsonSerializer.Serialize(request.Choices);
        sheet.Flags = [.. request.Flags];
        sheet.Comments = JsonSerializer.Serialize(request.Comments.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary());
        sheet.State = SheetState.InProgress;
        sheet.Revision++;
        sheet.SavedAt = now.Instant;
        return new SheetSaved(sheet.Revision, now.Instant);
    }

    async Task<Rubric> RubricOfAsync(RoundId round, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => db.Rounds.Any(r => r.Id == round && r.DossierId == d.Id), ct);
        return (await regimes.OfCycleAsync(db, dossier.CycleId, ct)).Rubric(dossier.SetNo);
    }

    static Refusal? Fault(SaveSheet request, Rubric rubric)
    {
        foreach (var (leaf, option) in request.Choices)
        {
            if (rubric.FindLeaf(leaf) is not { } criterion)
                return Bad($"choices['{leaf}']", $"Không có tiêu chí {leaf}.", $"There is no criterion {leaf}.");
            if (option is null ? !criterion.AllowsNone : criterion.FindOption(option) is null)
                return Bad($"choices['{leaf}']", $"Tiêu chí {leaf} không có mức này.", $"The criterion {leaf} has no such level.");
        }
        if (request.Flags.FirstOrDefault(f => !rubric.KnockOutIds.Contains(f)) is { } unknown)
            return Bad("flags", $"Không có căn cứ loại '{unknown}'.", $"There is no knock-out '{unknown}'.");
        return request.Comments.Values.Any(c => c.Length > LongestComment)
            ? Bad("comments", $"Nhận xét dài quá {LongestComment} ký tự.", $"A comment is longer than {LongestComment} characters.")
            : null;
    }

    static Refusal Bad(string path, string vi, string en) => new("sheet", vi, en, path: path);
}
