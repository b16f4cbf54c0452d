using Microsoft.AspNetCore.Http;

namespace OcopScoring.Web.Hosting;

/// <summary>
/// The status of a page that has a text of its own for it. It is set when the answer starts: the framework would drop the text of
/// a page that calls itself "not found" earlier.
/// </summary>
static class PageStatus
{
    public static void AnswerWith(this HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
