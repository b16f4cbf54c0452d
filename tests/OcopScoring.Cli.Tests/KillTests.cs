using System.Text.Json;
using Npgsql;

namespace OcopScoring.Cli.Tests;

public sealed class KillTests
{
    [Test]
    public async Task An_evaluation_that_is_killed_again_and_again_loses_nothing_doubles_nothing_and_leaves_no_gap()
    {
        await using var ocop = new Ocop();
        await using var whole = new Ocop();
        var folder = SomeOf("small-province", Path.Combine(ocop.DataFolder, "folder"));
        var kills = 0;
        for (var attempt = 1; attempt <= 60; attempt++)
        {
            using var process = ocop.Start("evaluate", folder, "--out", ocop.Output, "--json");
            var errors = new System.Text.StringBuilder();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            // Every run lives a little longer than the one before, so that the kills fall all along the evaluation.
            if (process.WaitForExit(800 + attempt * 70))
            {
                Assert.That(process.ExitCode, Is.Zero, errors.ToString());
                break;
            }
            process.Kill();
            await process.WaitForExitAsync();
            kills++;
        }

        var played = await ocop.EvaluateAsync(folder);
        var uninterrupted = await whole.EvaluateAsync(folder);

        Assert.That(kills, Is.GreaterThanOrEqualTo(3));
        Assert.That(played.GetRawText(), Is.EqualTo(uninterrupted.GetRawText()));
        AssertNumbersHaveNoGap(played);
        await AssertNothingIsLeftOverAsync(ocop);
    }

    /// <summary>A copy of a sample folder with a few dossiers of every fate.</summary>
    static string SomeOf(string sample, string copy)
    {
        string[] chosen = ["pepper-3star", "coffee-5star", "honey-supplemented", "rice-expired", "brocade-rescore", "rose-decision-returned", "pepper-upgrade", "wait-council-cake"];
        foreach (var file in Directory.EnumerateFiles(Repository.At("samples", sample), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.At("samples", sample), file);
            if (relative == "expected.json" || (relative != "cycle.json" && !chosen.Any(c => Path.GetFileName(file).StartsWith(c, StringComparison.Ordinal))))
                continue;
            var target = Path.Combine(copy, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    static void AssertNumbersHaveNoGap(JsonElement report)
    {
        var serials = report.GetProperty("dossiers").EnumerateArray().Select(d => d.GetProperty("certificate")).Where(c => c.ValueKind == JsonValueKind.Object)
            .Select(c => c.GetProperty("number").GetString()!).GroupBy(n => n[5..]);
        foreach (var authority in serials)
            Assert.That(authority.Select(n => int.Parse(n[..4], System.Globalization.CultureInfo.InvariantCulture)).Order(), Is.EqualTo(Enumerable.Range(1, authority.Count())), authority.Key);
    }

    /// <summary>Asks the database itself: no journal with a gap, no undelivered message, no dossier whose script still holds the clock.</summary>
    static async Task AssertNothingIsLeftOverAsync(Ocop ocop)
    {
        await using var server = await Core.Database.PrivateServer.StartAsync(ocop.DataFolder, durable: true, CancellationToken.None);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        foreach (var (what, count) in new[]
        {
            ("journals with a gap", "select count(*) from (select dossier_id from workflow_journal group by dossier_id having max(sequence) <> count(*)) gaps"),
            ("certificates without their file", "select count(*) from certificates where pdf_sha256 is null"),
            ("dossiers whose script holds the clock", "select count(*) from dossiers where is_played"),
            ("rounds without sheets that were closed", "select count(*) from rounds r where closed_at is not null and not exists (select 1 from sheets s where s.round_id = r.id)"),
        })
        {
            await using var command = new NpgsqlCommand(count, connection);
            Assert.That(await command.ExecuteScalarAsync(), Is.Zero, what);
        }
    }
}
