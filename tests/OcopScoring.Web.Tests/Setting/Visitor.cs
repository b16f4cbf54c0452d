using System.Net;
using System.Text.RegularExpressions;

namespace OcopScoring.Web.Tests.Setting;

/// <summary>A browser without a window: keeps cookies, follows no redirect by itself, sends forms with what the page put into them.</summary>
public sealed class Visitor : IDisposable
{
    readonly HttpClient http;
    readonly CookieContainer cookies = new();

    public Visitor(string address) => http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri(address) };

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return await Answer.OfAsync(response);
    }

    /// <summary>Gets a page, and where it redirects to.</summary>
    public async Task<Answer> FollowAsync(Answer answer)
    {
        for (var i = 0; i < 5 && answer.Location is { } location; i++)
            answer = await GetAsync(location);
        return answer;
    }

    public async Task SignInAsync(string user, string? password = null)
    {
        var answer = await SendSignInAsync(user, password ?? SampleProvince.Password);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), $"{user} signs in");
    }

    public async Task<Answer> SendSignInAsync(string user, string password, string query = "")
    {
        var page = await GetAsync("/sign-in" + query);
        return await PostAsync("/sign-in" + query, page, ("_handler", "sign-in"), ("user", user), ("password", password));
    }

    /// <summary>Sends a form of a page: its token, and these fields.</summary>
    public async Task<Answer> PostAsync(string path, Answer page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var response = await http.PostAsync(path, content);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> PostFilesAsync(string path, Answer page, (string Name, string Value)[] fields, params (string Name, string FileName, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(page.Token), "__RequestVerificationToken");
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, fileName);
        using var response = await http.PostAsync(path, content);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => http.Dispose();
}

public sealed partial record Answer(HttpStatusCode Status, string Body, byte[] Bytes, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The text that people see, without tags.</summary>
    public string Text => Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(Body, " ")), " ");

    /// <summary>The page's token against forged forms.</summary>
    public string Token => Value("__RequestVerificationToken") ?? "";

    /// <summary>The value of the first hidden field of this name.</summary>
    public string? Value(string name) => Values(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Values(string name) =>
        [.. Regex.Matches(Body, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    internal static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, System.Text.Encoding.UTF8.GetString(bytes), bytes, LocationOf(response), headers);
    }

    /// <summary>On this site the path alone; elsewhere the whole address.</summary>
    static string? LocationOf(HttpResponseMessage response) => response.Headers.Location switch
    {
        { IsAbsoluteUri: true } to when to.Authority == response.RequestMessage!.RequestUri!.Authority => to.PathAndQuery + to.Fragment,
        var to => to?.ToString(),
    };

    [GeneratedRegex("<script.*?</script>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
