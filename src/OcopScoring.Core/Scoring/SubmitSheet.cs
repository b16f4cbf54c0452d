using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Cycles;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;
using OcopScoring.Rubrics;

namespace OcopScoring.Core.Scoring;

/// <summary>Hands a complete sheet in; from then on it is fixed.</summary>
public sealed record SubmitSheet(RoundId Round, string Seat, int BaseRevision) : ICommand<Nothing>;

public sealed class SubmitSheetAuthorizer(OcopDb db) : IAuthorizer<SubmitSheet>
{
    public Task<Refusal?> Authorize(SubmitSheet request, Actor actor, CancellationToken ct) => SheetAccess.OwnAsync(db, request.Round, request.Seat, actor, ct);
}

public sealed class SubmitSheetHandler(OcopDb db, RegimeLibrary regimes, Now now) : MediatR.IRequestHandler<SubmitSheet, Outcome<Nothing>>
{
    public async Task<Outcome<Nothing>> Handle(SubmitSheet request, CancellationToken cancellationToken)
    {
        var opened = await SheetAccess.OpenForChangeAsync(db, request.Round, request.Seat, cancellationToken);
        if (opened.Refusal is { } closed)
            return closed;
        var sheet = opened.Value;
        if (sheet.State == SheetState.Submitted)
            return default(Nothing);
        if (sheet.State == SheetState.Recused || !sheet.Voting)
            return new Refusal("sheet-state", "Phiếu này không nộp được.", "This sheet cannot be submitted.");
        if (sheet.Revision != request.BaseRevision)
            return new Refusal("sheet-conflict", "Phiếu này vừa được sửa ở thẻ hoặc thiết bị khác. Tải lại rồi nộp.", "This sheet was changed in another tab or device. Reload, then submit.");
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => db.Rounds.Any(r => r.Id == request.Round && r.DossierId == d.Id), cancellationToken);
        var rubric = (await regimes.OfCycleAsync(db, dossier.CycleId, cancellationToken)).Rubric(dossier.SetNo);
        using var choices = JsonDocument.Parse(sheet.Choices);
        if (rubric.Leaves.FirstOrDefault(l => !choices.RootElement.TryGetProperty(l.Id, out _)) is { } unanswered)
            return new Refusal("sheet-incomplete", $"Chưa chấm tiêu chí {unanswered.Id} {unanswered.LabelVi}.", $"The criterion {unanswered.Id} {unanswered.LabelEn} is not scored yet.", path: $"choices['{unanswered.Id}']");
        var reading = ChoicesReader.Read(choices.RootElement, rubric, "choices");
        if (!reading.Ok)
            return new Refusal("sheet", reading.Faults[0].Message, reading.Faults[0].Message, path: reading.Faults[0].Path);
        sheet.State = SheetState.Submitted;
        sheet.SubmittedAt = now.Instant;
        sheet.Revision++;
        return default(Nothing);
    }
}
