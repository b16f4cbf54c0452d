using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OcopScoring.Cli;
using OcopScoring.Core;
using OcopScoring.Core.Database;
using OcopScoring.Core.Dossiers;
using OcopScoring.Core.Tasks;
using Serilog.Core;
using Serilog.Events;

namespace OcopScoring.Web.Tests.Setting;

/// <summary>The pages on a real server with a database of its own and a clock that tests move.</summary>
public sealed class WebSite : IAsyncDisposable
{
    readonly WebApplication app;

    WebSite(WebApplication app, FakeTimeProvider clock, LogLines log) => (this.app, Clock, Log) = (app, clock, log);

    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Without a slash at its end.</summary>
    public string Address => app.Urls.First();

    public static async Task<WebSite> OpenAsync(Func<WebServerOptions, WebServerOptions>? change = null)
    {
        var (clock, log) = (new FakeTimeProvider(SampleProvince.Today), new LogLines());
        var options = new WebServerOptions
        {
            Core = new CoreOptions(await SampleProvince.CloneAsync(), SampleProvince.Folder, "https://ocop.example.vn"),
            Urls = "http://127.0.0.1:0",
            Demo = true,
            Configure = services =>
            {
                Site.Connect(services);
                services.AddSingleton<TimeProvider>(clock);
            },
            Log = configuration => configuration.WriteTo.Sink(log),
            LookUpsPerMinute = 100_000,
            SignInsPerMinute = 100_000,
        };
        var app = WebServer.Build(change is null ? options : change(options));
        await app.StartAsync();
        return new WebSite(app, clock, log);
    }

    public Visitor Visit() => new(Address);

    public async Task<Visitor> SignInAsync(string user)
    {
        var visitor = Visit();
        if (user.Length > 0)
            await visitor.SignInAsync(user);
        return visitor;
    }

    public async Task<T> ReadAsync<T>(Func<OcopDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OcopDb>());
    }

    public Task<Dossier> DossierAsync(string code) => ReadAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Code == code));

    /// <summary>`/dossiers/…` of the dossier with this code.</summary>
    public async Task<string> AddressOfAsync(string code) => $"/dossiers/{(await DossierAsync(code)).Id.Value}";

    public Task<DossierTask> OpenTaskAsync(string code) =>
        ReadAsync(db => db.Tasks.AsNoTracking().SingleAsync(t => t.State == TaskState.Open && db.Dossiers.Any(d => d.Id == t.DossierId && d.Code == code)));

    /// <summary>The latest round of a council over the dossier with this code.</summary>
    public Task<RoundId> RoundAsync(string code) =>
        ReadAsync(db => db.Rounds.Where(r => db.Dossiers.Any(d => d.Id == r.DossierId && d.Code == code)).OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Number).Select(r => r.Id).FirstAsync());

    /// <summary>The page on which the open task of a dossier is done.</summary>
    public async Task<string> AddressOfTaskAsync(string code)
    {
        var task = await OpenTaskAsync(code);
        return $"/dossiers/{task.DossierId.Value}/act/{task.Id.Value}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Everything that was logged, as it would be written.</summary>
public sealed class LogLines : ILogEventSink
{
    readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> All => lines;

    public void Emit(LogEvent logEvent) => lines.Enqueue(string.Join(' ',
        logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture),
        string.Join(' ', logEvent.Properties.Select(p => $"{p.Key}={p.Value}")),
        logEvent.Exception));
}
