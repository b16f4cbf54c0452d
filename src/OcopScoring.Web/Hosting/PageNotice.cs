using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace OcopScoring.Web.Hosting;

/// <summary>
/// A sentence that one page leaves for the next one after a deed: carried in a sealed cookie across the redirect, shown once.
/// </summary>
public sealed class PageNotice(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    const string Cookie = "ocop-notice";

    readonly ITimeLimitedDataProtector seal = protection.CreateProtector("page-notice").ToTimeLimitedDataProtector();

    HttpContext Context => http.HttpContext!;

    public void Leave(NoticeText notice) =>
        Context.Response.Cookies.Append(Cookie, seal.Protect(JsonSerializer.Serialize(notice), TimeSpan.FromMinutes(2)), Options(Context));

    /// <summary>What the page before left, once; null when it left nothing.</summary>
    public NoticeText? Take()
    {
        if (Context.Request.Cookies[Cookie] is not { } sealedText || !HttpMethods.IsGet(Context.Request.Method))
            return null;
        Context.Response.Cookies.Delete(Cookie, Options(Context));
        try
        {
            return JsonSerializer.Deserialize<NoticeText>(seal.Unprotect(sealedText));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}

/// <param name="Title">What was done.</param>
/// <param name="Detail">What follows from it: where the dossier is now.</param>
public sealed record NoticeText(string Title, string? Detail = null, string? LinkText = null, string? LinkAddress = null);
