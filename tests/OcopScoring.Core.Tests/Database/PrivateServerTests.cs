using Npgsql;
using OcopScoring.Core.Database;

namespace OcopScoring.Core.Tests.Database;

public sealed class PrivateServerTests
{
    string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"ocop-private-{Guid.NewGuid():N}")).FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Two_users_share_a_server_and_the_last_one_out_stops_it()
    {
        var both = await Task.WhenAll(PrivateServer.StartAsync(folder, durable: false, default), PrivateServer.StartAsync(folder, durable: false, default));

        Assert.That(both[1].ConnectionString, Is.EqualTo(both[0].ConnectionString));
        await both[0].DisposeAsync();
        Assert.That(await AnswersAsync(both[1].ConnectionString), Is.True);
        await both[1].DisposeAsync();
        Assert.That(await AnswersAsync(both[1].ConnectionString), Is.False);
    }

    [Test]
    public async Task What_was_stored_is_there_when_the_server_starts_again_with_its_password()
    {
        await using (var first = await PrivateServer.StartAsync(folder, durable: true, default))
            await RunAsync(first.ConnectionString, "create table kept (x int)");

        await using var second = await PrivateServer.StartAsync(folder, durable: true, default);

        await RunAsync(second.ConnectionString, "select * from kept");
        Assert.That(File.GetUnixFileMode(Path.Combine(folder, "postgres", "server.json")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_server_that_is_in_use_is_not_stopped_as_abandoned()
    {
        await using var used = await PrivateServer.StartAsync(folder, durable: false, default);

        Assert.That(await PrivateServer.StopAbandonedAsync(folder, default), Is.False);
        Assert.That(await AnswersAsync(used.ConnectionString), Is.True);
    }

    [Test]
    public async Task A_folder_that_the_server_cannot_reach_is_named_with_what_to_do()
    {
        Assume.That(Environment.UserName, Is.EqualTo("root"), "the server has a user of its own only where the program is root");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refused = await Assert.CatchAsync<SetupException>(() => PrivateServer.StartAsync(folder, durable: false, default));

        Assert.That(refused!.Message, Does.Contain(folder).And.Contain("OCOP_DATA"));
    }

    static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await RunAsync(connectionString, "select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    static async Task RunAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
