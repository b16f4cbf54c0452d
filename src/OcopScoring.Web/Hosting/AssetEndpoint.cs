using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OcopScoring.Web.Hosting;

static class AssetEndpoint
{
    public static void MapAssets(this IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{name}", (HttpContext context, SiteAssets assets) =>
        {
            if (assets.Find(context.Request.Path) is not { } asset)
                return Results.NotFound();
            var headers = context.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            if (asset.Brotli is null)
                return Results.Bytes(asset.Content, asset.MediaType);
            headers.Vary = "Accept-Encoding";
            if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
                return Results.Bytes(asset.Content, asset.MediaType);
            headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.MediaType);
        }).AllowAnonymous();
}
