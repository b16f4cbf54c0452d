using System.Diagnostics;
using System.Text.Json;

namespace OcopScoring.Cli.Tests;

/// <summary>Runs the program as a process of its own, on a data folder of its own.</summary>
sealed class Ocop : IAsyncDisposable
{
    static readonly string Program = Path.Combine(TestContext.CurrentContext.TestDirectory, "ocop.dll");

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), $"ocop-cli-tests-{Guid.NewGuid():N}");

    public string Output => Path.Combine(DataFolder, "out");

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["OCOP_DATA"] = DataFolder;
        start.Environment["OCOP_ROOT"] = Repository.Root;
        start.Environment.Remove("OCOP_CONNECTION");
        return Process.Start(start)!;
    }

    public async Task<Ran> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, await output, await error);
    }

    public async Task<JsonElement> EvaluateAsync(string folder)
    {
        var ran = await RunAsync("evaluate", folder, "--out", Output, "--json");
        return JsonDocument.Parse(ran.Output).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(DataFolder))
            return;
        await RunAsync("down");
        Directory.Delete(DataFolder, recursive: true);
    }
}

sealed record Ran(int ExitCode, string Output, string Error);
