using FluentValidation;
using OcopScoring.Core.Database;
using OcopScoring.Core.UseCases;

namespace OcopScoring.Core.Scoring;

/// <summary>A member steps back from a dossier because of a conflict of interest. What was scored is dropped.</summary>
public sealed record RecuseSheet(RoundId Round, string Seat, string Reason) : ICommand<Nothing>;

public sealed class RecuseSheetValidator : AbstractValidator<RecuseSheet>
{
    public RecuseSheetValidator() =>
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(1000).WithMessage("Hãy nêu lý do không tham gia chấm (tối đa 1000 ký tự).|State the reason for stepping back (at most 1000 characters).");
}

public sealed class RecuseSheetAuthorizer(OcopDb db) : IAuthorizer<RecuseSheet>
{
    public Task<Refusal?> Authorize(RecuseSheet request, Actor actor, CancellationToken ct) => SheetAccess.OwnAsync(db, request.Round, request.Seat, actor, ct);
}

public sealed class RecuseSheetHandler(OcopDb db, Now now) : MediatR.IRequestHandler<RecuseSheet, Outcome<Nothing>>
{
    public async Task<Outcome<Nothing>> Handle(RecuseSheet request, CancellationToken cancellationToken)
    {
        var opened = await SheetAccess.OpenForChangeAsync(db, request.Round, request.Seat, cancellationToken);
        if (opened.Refusal is { } closed)
            return closed;
        var sheet = opened.Value;
        if (sheet.State == SheetState.Submitted)
            return new Refusal("sheet-submitted", "Phiếu đã nộp.", "The sheet was submitted.");
        sheet.State = SheetState.Recused;
        sheet.RecusalReason = request.Reason;
        sheet.Choices = "{}";
        sheet.Comments = "{}";
        sheet.Flags = [];
        sheet.SavedAt = now.Instant;
        sheet.Revision++;
        return default(Nothing);
    }
}
