using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OcopScoring.Web.Language;

/// <summary>The languages of the pages. Vietnamese unless somebody switched; the browser's own language does not decide.</summary>
public static class Languages
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    internal const string Cookie = "ocop-language";

    /// <summary>Of the current request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Vietnamese;

    public static string Other => Current == English ? Vietnamese : English;

    /// <summary>The address that switches to a language and comes back to the page.</summary>
    public static string SwitchTo(string language, string back) => $"/language/{language}?back={Uri.EscapeDataString(back)}";

    internal static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(localisation =>
        {
            CultureInfo[] cultures = [new(Vietnamese), new(English)];
            localisation.DefaultRequestCulture = new RequestCulture(cultures[0]);
            localisation.SupportedCultures = cultures;
            localisation.SupportedUICultures = cultures;
            localisation.RequestCultureProviders = [new CustomRequestCultureProvider(context =>
                Task.FromResult(context.Request.Cookies[Cookie] is English or Vietnamese ? new ProviderCultureResult(context.Request.Cookies[Cookie]) : null))];
        });
    }

    internal static void MapLanguages(this IEndpointRouteBuilder app) =>
        app.MapGet("/language/{language:regex(^(vi|en)$)}", (HttpContext context, string language, string? back) =>
        {
            context.Response.Cookies.Append(Cookie, language, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(400),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            return Results.Redirect(LocalAddress.Or(back, "/"));
        }).AllowAnonymous();
}
