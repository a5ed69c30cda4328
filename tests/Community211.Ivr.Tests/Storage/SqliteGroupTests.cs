using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Tests.Storage;

/// <summary>Units that share a transaction, one of which goes wrong. Triggers make real failures of the database.</summary>
public sealed class SqliteGroupTests : IAsyncLifetime
{
    private TemporaryStore temporary = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        temporary = new TemporaryStore();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Theory]
    [InlineData("SELECT RAISE(ABORT, 'the statement fails')", "the statement fails")]
    [InlineData("SELECT RAISE(ROLLBACK, 'the transaction is lost')", "the transaction is lost")]
    [InlineData("INSERT INTO children VALUES ('COMMIT fails, since no parent has this name')", "FOREIGN KEY")]
    public async Task Group_WithAUnitThatFails_KeepsItsNeighbours(string failure, string told)
    {
        using var other = Connect();
        other.Execute($"""
            CREATE TABLE parents (name TEXT PRIMARY KEY);
            CREATE TABLE children (name TEXT REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER bad AFTER INSERT ON calls WHEN NEW.sid = 'CA-bad' BEGIN {failure}; END;
            """);

        var commits = await InOneGroup(other, ["CA-a", "CA-bad", "CA-b", "CA-c"]);

        var error = await Assert.ThrowsAsync<StorageException>(() => commits["CA-bad"]);
        Assert.Contains("could not be written", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        foreach (var sid in new[] { "CA-a", "CA-b", "CA-c" })
            Assert.Equal(CommitOutcome.Committed, (await commits[sid]).Outcome);
        Assert.Equal(["CA-a", "CA-b", "CA-c", "CA-first"], await temporary.Store.LiveCalls(Stop));
        Assert.Empty(await temporary.Store.Facts("CA-bad", Stop));

        other.Execute("DROP TRIGGER bad");
        Assert.Equal(CommitOutcome.Committed, (await temporary.Store.Commit(Units.Fact("CA-bad"), Stop)).Outcome);
    }

    [Fact]
    public async Task Group_WithAConflict_KeepsItsNeighbours()
    {
        using var other = Connect();
        var commits = await InOneGroup(other, ["CA-a", "CA-first", "CA-b"]);

        Assert.Equal(CommitOutcome.Committed, (await commits["CA-a"]).Outcome);
        Assert.Equal(CommitOutcome.Conflict, (await commits["CA-first"]).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await commits["CA-b"]).Outcome);
    }

    [Fact]
    public async Task Unit_ThatCannotBeStored_ThrowsAndHarmsNobody()
    {
        var broken = Units.Fact() with { Commands = [Units.Command("c1"), Units.Command(null!)] };
        await Assert.ThrowsAnyAsync<Exception>(() => temporary.Store.Commit(broken, Stop));

        Assert.Empty(await temporary.Store.Calls(10, Stop));
        Assert.Equal(CommitOutcome.Committed, (await temporary.Store.Commit(Units.Fact(), Stop)).Outcome);
    }

    [Fact]
    public async Task Probe_WhereWritingFails_Throws()
    {
        using var other = Connect();
        other.Execute("CREATE TRIGGER bad BEFORE INSERT ON pulse BEGIN SELECT RAISE(ABORT, 'no more'); END");

        await Assert.ThrowsAsync<StorageException>(() => temporary.Store.Probe(Stop));
    }

    [Fact]
    public async Task Unit_CancelledInTheQueue_IsNotWritten()
    {
        using var other = Connect();
        using var source = new CancellationTokenSource();
        using (var held = other.BeginTransaction())
        {
            var first = temporary.Store.Commit(Units.Fact("CA-first"), Stop);
            var waiting = temporary.Store.Commit(Units.Fact("CA-waiting"), source.Token);
            await source.CancelAsync();
            held.Rollback();
            await first;
            // Taken along with the first one it is written and says so; otherwise it is not written.
            var written = await Record.ExceptionAsync(() => waiting) is null;
            Assert.Equal(written, await temporary.Store.LoadCall("CA-waiting", Stop) is not null);
        }
    }

    [Fact]
    public async Task Dispose_WithCommitsUnderWay_WritesThemFirst()
    {
        var commits = Enumerable.Range(0, 300).Select(i => temporary.Store.Commit(Units.Fact($"CA{i}"), Stop)).ToList();

        var store = await temporary.Reopen();

        Assert.All(await Task.WhenAll(commits), result => Assert.Equal(CommitOutcome.Committed, result.Outcome));
        Assert.Equal(300, (await store.LiveCalls(Stop)).Length);
    }

    // While another process holds the lock, one commit waits for it and the others gather behind that one.
    private async Task<Dictionary<string, Task<CommitResult>>> InOneGroup(SqliteConnection other, string[] sids)
    {
        using var held = other.BeginTransaction();
        var first = temporary.Store.Commit(Units.Fact("CA-first"), Stop);
        var commits = sids.ToDictionary(sid => sid, sid => temporary.Store.Commit(Units.Fact(sid), Stop));
        held.Rollback();
        Assert.Equal(CommitOutcome.Committed, (await first).Outcome);
        return commits;
    }

    private SqliteConnection Connect()
    {
        var db = new SqliteConnection($"Data Source={temporary.Path};Pooling=False");
        db.Open();
        return db;
    }
}
