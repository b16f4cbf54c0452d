using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using OcopScoring.Core;
using OcopScoring.Web.Hosting;
using OcopScoring.Web.Language;
using OcopScoring.Web.Pages.Council;
using OcopScoring.Web.Pages.Shell;
using OcopScoring.Web.Pages.Tasks;
using OcopScoring.Web.Security;
using Serilog;
using Serilog.Events;

namespace OcopScoring.Web;

/// <summary>The pages as a web server; whoever builds it runs and stops it.</summary>
public static class WebServer
{
    public static WebApplication Build(WebServerOptions options)
    {
        // Nothing is read from the working directory or the environment: the options say everything.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "OcopScoring.Web" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UploadLimits.OrdinaryRequest;
        });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    static void AddServices(IServiceCollection services, WebServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSerilog((_, log) => ConfigureLog(log, options));
        services.AddOcopCore(options.Core);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<SiteAssets>();
        services.AddScoped<SignedIn>().AddScoped<PageNotice>().AddHttpContextAccessor();
        services.AddSingleton<SealedEvidence>();
        services.AddScoped<SeatNames>();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = UploadLimits.RequestWithFiles);
        services.AddRouting();
        services.AddLanguages();
        services.AddSignIn();
        services.AddSecurityHeaders();
        services.AddRateLimits(options);
        services.AddResponseCompression();
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddRazorComponents(razor => razor.MaxFormMappingErrorCount = 20);
        options.Configure(services);
    }

    static void ConfigureLog(LoggerConfiguration log, WebServerOptions options)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        if (options.Log is { } configure)
            configure(log);
        else
            log.WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
    }

    static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        // The path alone: searches and what people type stand in queries and bodies.
        app.UseSerilogRequestLogging(log =>
        {
            log.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
            log.IncludeQueryInRequestPath = false;
        });
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseMiddleware<PageCaching>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => ProblemPages.WriteAsync(context, StatusCodes.Status500InternalServerError) });
        app.UseMiddleware<ProblemPages>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    static void Map(WebApplication app)
    {
        app.MapAssets();
        app.MapHealth();
        app.MapLanguages();
        app.MapFiles();
        app.MapSheets();
        app.MapRazorComponents<App>();
    }
}
