using Microsoft.AspNetCore.Http;

namespace OcopScoring.Web.Hosting;

/// <summary>Pages are never stored: they are somebody's own, or change with the next decision. Endpoints that know better say so themselves.</summary>
sealed class PageCaching(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
