using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OcopScoring.Core.Database;

namespace OcopScoring.Web.Hosting;

/// <summary>For operators: whether the process lives, and whether it can serve (its database answers).</summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", async (OcopDb db, CancellationToken ct) =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                await db.Cycles.AnyAsync(limit.Token);
                return Results.Text("ready");
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or OperationCanceledException or InvalidOperationException)
            {
                return Results.Text("database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
