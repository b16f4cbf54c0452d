using Microsoft.EntityFrameworkCore;
using Npgsql;
using OcopScoring.Core.Tests.Setting;
using OcopScoring.Core.Workflow;

namespace OcopScoring.Core.Tests.Workflow;

public sealed class JournalTests
{
    [Test]
    public async Task The_journal_is_numbered_without_gap_and_each_row_carries_the_hash_of_the_one_before()
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        var dossier = await given.ADossierAtTheCouncilAsync();
        await given.ScoreAsync(dossier, 75, 75, 75);
        await given.DoAsync(dossier, "province-decision", "Approved");

        var rows = await site.ReadAsync(db => db.Journal.Where(j => j.DossierId == dossier).OrderBy(j => j.Sequence).ToListAsync());

        Assert.That(rows.Select(r => r.Sequence), Is.EqualTo(Enumerable.Range(1, rows.Count)));
        var previous = "";
        foreach (var row in rows)
        {
            Assert.That(row.PreviousHash, Is.EqualTo(previous));
            Assert.That(row.Hash, Is.EqualTo(JournalWriter.HashOf(previous, dossier, row.Sequence, row.At, row.Role, row.AccountId, row.Note, row.Stimulus)));
            previous = row.Hash;
        }
        Assert.That(await site.ReadAsync(db => db.Instances.Where(i => i.DossierId == dossier).Select(i => i.Hash).SingleAsync()), Is.EqualTo(previous));
    }

    [TestCase("update workflow_journal set note = 'x'")]
    [TestCase("delete from workflow_journal")]
    [TestCase("update regime_versions set document = ''")]
    [TestCase("delete from workflow_versions")]
    [TestCase("update rubric_versions set set_code = 'X'")]
    public async Task The_database_refuses_to_change_what_never_changes(string statement)
    {
        await using var site = await TestSite.OpenAsync();
        var given = await new Given(site).ACycleAsync();
        await given.ADossierAsync();
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);

        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }
}
