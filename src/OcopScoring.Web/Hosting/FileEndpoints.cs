using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OcopScoring.Core;
using OcopScoring.Core.Evidence;
using OcopScoring.Core.Recognition;
using OcopScoring.Web.Security;

namespace OcopScoring.Web.Hosting;

/// <summary>Files for whoever may have them. What people uploaded is never trusted: its type was told from its content, and it runs nothing.</summary>
static class FileEndpoints
{
    const int PictureDpi = 100;

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/evidence/{id:guid}", EvidenceAsync).RequireAuthorization().WithSecurityHeadersPolicy(SecurityHeaders.File);
        app.MapGet("/verify/{slug}/certificate.png", PictureAsync).AllowAnonymous().RequireRateLimiting(RateLimits.LookUp).WithSecurityHeadersPolicy(SecurityHeaders.File);
        app.MapGet("/verify/{slug}/certificate.pdf", CertificateAsync).AllowAnonymous().RequireRateLimiting(RateLimits.LookUp).WithSecurityHeadersPolicy(SecurityHeaders.File);
    }

    static async Task<IResult> EvidenceAsync(Guid id, IMediator mediator, IFileStore files, HttpContext context, CancellationToken ct)
    {
        var found = await mediator.Send(new EvidenceDownload(id), ct);
        if (found.Refusal is { } refusal)
            return Results.StatusCode(refusal.Code == Refusals.NotFound.Code ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
        if (files.Open(found.Value.Sha256) is not { } content)
            return Results.NotFound();
        // Pictures may be looked at in the browser; everything else is saved.
        var disposition = found.Value.MediaType.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment";
        return File(context, content, found.Value.MediaType, disposition, found.Value.FileName);
    }

    static async Task<IResult> CertificateAsync(string slug, IMediator mediator, IFileStore files, HttpContext context, CancellationToken ct)
    {
        var found = await mediator.Send(new VerifyCertificate(CertificateSlug.OfTyped(slug)), ct);
        return found is { Refusal: null, Value.PdfSha256: { } sha256 } && files.Open(sha256) is { } content
            ? File(context, content, "application/pdf", "inline", $"{found.Value.Slug}.pdf")
            : Results.NotFound();
    }

    /// <summary>The same page as a picture, for looking at in the browser.</summary>
    static async Task<IResult> PictureAsync(string slug, IMediator mediator, ICertificateDocuments documents, HttpContext context, CancellationToken ct)
    {
        var found = await mediator.Send(new VerifyCertificate(CertificateSlug.OfTyped(slug)), ct);
        if (found is not { Refusal: null, Value.PdfSha256: not null })
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(await documents.PreviewAsync(found.Value.Data, PictureDpi, ct), "image/png");
    }

    static IResult File(HttpContext context, Stream content, string mediaType, string disposition, string name)
    {
        var header = new ContentDispositionHeaderValue(disposition);
        header.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = header.ToString();
        return Results.Stream(content, mediaType);
    }
}
