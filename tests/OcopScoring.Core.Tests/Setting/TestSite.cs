using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OcopScoring.Core.Database;
using OcopScoring.Core.Recognition;
using OcopScoring.Core.UseCases;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Tests.Setting;

/// <summary>A whole Core on a database of its own, with a clock that tests move.</summary>
public sealed class TestSite : IAsyncDisposable
{
    readonly ServiceProvider services;

    TestSite(ServiceProvider services, FakeTimeProvider clock, string connectionString) =>
        (this.services, Clock, ConnectionString) = (services, clock, connectionString);

    public FakeTimeProvider Clock { get; }

    public string ConnectionString { get; }

    public FakeDocuments Documents => (FakeDocuments)services.GetRequiredService<ICertificateDocuments>();

    public IServiceScopeFactory Scopes => services.GetRequiredService<IServiceScopeFactory>();

    /// <param name="today">The day, 09:00 in Vietnam, at which the clock stands.</param>
    public static async Task<TestSite> OpenAsync(string today = "2026-06-10")
    {
        var connection = await TestServer.CloneAsync();
        var clock = new FakeTimeProvider(Now.MorningOf(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        collection.AddOcopCore(new CoreOptions(connection, Path.Combine(TestServer.Folder, Guid.NewGuid().ToString("N")), "https://ocop.example.vn"));
        collection.AddSingleton<ICertificateDocuments, FakeDocuments>();
        collection.AddSingleton<Pump>();
        return new TestSite(collection.BuildServiceProvider(validateScopes: true), clock, connection);
    }

    /// <summary>Moves the clock to 09:00 of a day and lets the pump do what is due, as a serving node would.</summary>
    public async Task MoveToAsync(string day)
    {
        Clock.SetUtcNow(Now.MorningOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        await BeatAsync();
    }

    public Task BeatAsync() => services.GetRequiredService<Pump>().BeatAsync(CancellationToken.None);

    public async Task<Outcome<T>> SendAsync<T>(IRequest<Outcome<T>> request, Actor actor)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> ReadAsync<T>(Func<OcopDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OcopDb>());
    }

    public Task ChangeAsync(Func<OcopDb, Task> change) => ReadAsync(async db =>
    {
        await change(db);
        return 0;
    });

    public async Task<T> UsingAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}

/// <summary>Stands in for the drawing of certificates, which has tests of its own; refuses product names over 200 characters.</summary>
public sealed class FakeDocuments : ICertificateDocuments
{
    int failures;

    public void FailNext(int times) => failures = times;

    public Refusal? Fit(CertificateData data) =>
        data.ProductName.Length > 200 ? new Refusal("certificate-does-not-fit", "Tên quá dài.", "The name is too long.") : null;

    public Task<byte[]> RenderAsync(CertificateData data, CancellationToken ct) => Interlocked.Decrement(ref failures) >= 0
        ? throw new InvalidOperationException("The engine is out of order.")
        : Task.FromResult(System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7 {data.Number}"));

    public Task<byte[]> PreviewAsync(CertificateData data, int dpi, CancellationToken ct) => RenderAsync(data, ct);
}
