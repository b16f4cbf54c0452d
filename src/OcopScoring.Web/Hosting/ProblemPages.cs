using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core.UseCases;
using OcopScoring.Web.Pages.Shell;
using OcopScoring.Web.Security;

namespace OcopScoring.Web.Hosting;

/// <summary>Gives an answer that no page gave a page: it says what happened and where to go on.</summary>
sealed class ProblemPages(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        // A form without a valid token ends with 400, a content type and no content.
        var isEmpty = !response.HasStarted && response.ContentLength is null && (response.ContentType is null || response.StatusCode == StatusCodes.Status400BadRequest);
        if (isEmpty && response.StatusCode >= StatusCodes.Status400BadRequest)
            await WriteAsync(context, response.StatusCode);
    }

    public static async Task WriteAsync(HttpContext context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/assets"))
            return;
        // The services of the request may have begun a page already, which they do once only.
        var former = context.RequestServices;
        await using var scope = former.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = former.GetRequiredService<CurrentActor>().Actor;
        scope.ServiceProvider.GetRequiredService<SignedIn>().DisplayName = former.GetRequiredService<SignedIn>().DisplayName;
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Remove("blazor-enhanced-nav");
        try
        {
            await new RazorComponentResult<ProblemPage>(new Dictionary<string, object?> { [nameof(ProblemPage.Status)] = status })
            {
                StatusCode = status,
                PreventStreamingRendering = true,
            }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = former;
        }
    }
}
