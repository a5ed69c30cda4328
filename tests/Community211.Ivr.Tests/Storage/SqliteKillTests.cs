using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Storage;

/// <summary>What a killed process leaves: the files as they are in the middle of writing.</summary>
public sealed class SqliteKillTests
{
    private const int Writers = 8;
    private const int Copies = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_CopiedWhileWriting_HoldEveryCommitThatReturnedAndNoHalfUnit()
    {
        await using var temporary = new TemporaryStore();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var durable = new long[Writers];
        var writing = Enumerable.Range(0, Writers)
            .Select(i => Task.Run(() => Write(temporary.Store, i, durable, enough.Token), Stop))
            .ToList();

        for (var copy = 0; copy < Copies; copy++)
        {
            var known = durable.Select((_, i) => Volatile.Read(ref durable[i])).ToArray();
            await Check(Copy(temporary.Folder, $"killed-{copy}"), known);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writing);
        Assert.All(durable, count => Assert.NotEqual(0, count));
    }

    private static async Task Write(SqliteStore store, int writer, long[] durable, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var result = await store.Commit(Step(writer, i), CancellationToken.None);
            Assert.Equal(CommitOutcome.Committed, result.Outcome);
            Volatile.Write(ref durable[writer], i + 1);
        }
    }

    // Every part carries the same number.
    private static CommitUnit Step(int writer, int i) => new()
    {
        Call = Units.Call($"CA{writer}", i, token: $"t{i}", secret: $"{i + 1}"),
        Entry = Units.Entry($"CA{writer}", i + 1),
        Agents = [new AgentWrite($"agent-{writer}", i, Units.Agent($"agent-{writer}", version: i + 1))],
        Commands = [Units.Command($"{writer}:{i + 1}", $"CA{writer}")],
        CommandDone = i == 0 ? null : $"{writer}:{i}",
        Due = [Units.Due($"{writer}", i + 1)],
    };

    private static async Task Check(string folder, long[] durable)
    {
        await using var store = SqliteStore.Open(Path.Combine(folder, "ivr.db"), new FakeTimeProvider());
        var floor = await store.LoadFloor(Stop);
        var commands = await store.OpenCommands(100, Stop);
        var due = await store.DueBefore(DateTimeOffset.MaxValue, 100, Stop);
        for (var writer = 0; writer < Writers; writer++)
        {
            var facts = await store.Facts($"CA{writer}", Stop);
            var number = facts.Length;
            Assert.True(number >= durable[writer], $"{durable[writer]} commits had returned and {number} are left.");
            if (number == 0)
                continue;
            Assert.Equal($"{number}", facts[^1].Private);
            Assert.Equal(number, (await store.LoadCall($"CA{writer}", Stop))!.Sequence);
            Assert.Equal(number, floor.Entries.Single(entry => entry.Call == $"CA{writer}").PageSeconds);
            Assert.Equal(number, floor.Agents.Single(agent => agent.State.Id == $"agent-{writer}").Version);
            Assert.Equal($"{writer}:{number}", commands.Single(command => command.Call == $"CA{writer}").Key);
            Assert.Equal(Units.Start.AddSeconds(number), due.Single(timer => timer.Key == $"{writer}").At);
        }
    }

    // A copy takes time, a kill does not: the open reading keeps the log from being started anew between the two files.
    private static string Copy(string from, string name)
    {
        var to = Directory.CreateDirectory(Path.Combine(from, name)).FullName;
        using var db = new SqliteConnection($"Data Source={Path.Combine(from, "ivr.db")};Pooling=False");
        db.Open();
        using var reading = db.BeginTransaction(deferred: true);
        Dapper.SqlMapper.ExecuteScalar<long>(db, "SELECT count(*) FROM calls");
        foreach (var file in new[] { "vault.key", "ivr.db", "ivr.db-wal" })
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        return to;
    }
}
