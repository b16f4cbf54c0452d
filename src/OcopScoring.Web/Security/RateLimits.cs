using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OcopScoring.Web.Security;

/// <summary>How often one address may try to sign in, and how often it may look something up in public.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string LookUp = "look-up";

    internal static void AddRateLimits(this IServiceCollection services, WebServerOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
                ? PerMinute(context, options.SignInsPerMinute)
                : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(LookUp, context => PerMinute(context, options.LookUpsPerMinute));
        });

    static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
}
