using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OcopScoring.Core;
using OcopScoring.Core.Scoring;
using OcopScoring.Rubrics;
using OcopScoring.Web.Language;

namespace OcopScoring.Web.Pages.Council;

/// <summary>Where the score sheet's script saves each choice: the same form as the page's own button sends, answered in JSON.</summary>
static class SheetEndpoint
{
    public static void MapSheets(this IEndpointRouteBuilder app) =>
        app.MapPost("/council/rounds/{round:guid}/sheet/save", SaveAsync).RequireAuthorization();

    static async Task<IResult> SaveAsync(Guid round, [FromForm] IFormCollection form, IMediator mediator, CancellationToken ct)
    {
        var page = await mediator.Send(new SheetPage(new RoundId(round)), ct);
        if (page.Refusal is { } unseen)
            return Refused(unseen);
        var given = SheetForm.Read(form);
        var saved = await mediator.Send(given.ToSave(page.Value.Round, page.Value.Seat), ct);
        if (saved.Refusal is { } refusal)
            return Refused(refusal);
        var preview = SheetTotals.Preview(page.Value.Rubric, given.Answers.Choices, page.Value.Bands);
        return Results.Json(new SavedAnswer(
            saved.Value.Revision, TimeOfDay(saved.Value.SavedAt), preview.Total, preview.StarsByPoints, preview.StarCap, preview.Stars, preview.Open.Count));
    }

    /// <summary>`10:32` in Vietnamese time.</summary>
    public static string TimeOfDay(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("HH':'mm", CultureInfo.InvariantCulture);

    static IResult Refused(Refusal refusal) => Results.Json(
        new RefusedAnswer(refusal.Code, refusal.Message.In(), refusal.Path),
        statusCode: refusal.Code switch
        {
            "sheet-conflict" or "sheet-submitted" or "round-closed" => StatusCodes.Status409Conflict,
            "not-found" => StatusCodes.Status404NotFound,
            "not-allowed" or "not-yours" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        });
}

/// <param name="Revision">To be sent with the next change.</param>
public sealed record SavedAnswer(int Revision, string SavedAt, int Total, int StarsByPoints, int StarCap, int Stars, int Open);

public sealed record RefusedAnswer(string Code, string Message, string? Path);
