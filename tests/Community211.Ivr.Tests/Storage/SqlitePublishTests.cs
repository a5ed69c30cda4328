using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Tests.Storage;

/// <summary>Files and publication are kept together or not at all, wherever the transaction is cut.</summary>
public sealed class SqlitePublishTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("BEFORE INSERT ON revisions")]
    [InlineData("AFTER INSERT ON revisions")]
    [InlineData("BEFORE INSERT ON publications")]
    [InlineData("AFTER INSERT ON publications")]
    public async Task Publish_CutHalfWay_LeavesTheOldOneLiveAndNothingElse(string moment)
    {
        await using var temporary = new TemporaryStore();
        var old = (await temporary.Store.Publish(Written("abc"), 0, Stop)).Live;
        Run(temporary, $"CREATE TRIGGER cut {moment} BEGIN SELECT RAISE(ABORT, 'cut'); END");

        await Assert.ThrowsAsync<StorageException>(() => temporary.Store.Publish(Written("def"), 1, Stop));

        var store = await temporary.Reopen();
        Assert.Equal(old, Assert.Single(await store.Publications(10, Stop)));
        Assert.Null(await store.LoadRevision("def", Stop));
        Run(temporary, "DROP TRIGGER cut");
        Assert.Equal(2, (await store.Publish(Written("def"), 1, Stop)).Live!.Number);
    }

    [Fact]
    public async Task Publish_ThenKilled_IsLiveAfterwards()
    {
        await using var temporary = new TemporaryStore();
        await temporary.Store.Publish(Written("abc"), 0, Stop);
        // What is left when the process dies now: the files as they are.
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Folder, "killed")).FullName;
        foreach (var file in new[] { "vault.key", "ivr.db", "ivr.db-wal" })
            File.Copy(Path.Combine(temporary.Folder, file), Path.Combine(folder, file));
        await using var store = SqliteStore.Open(Path.Combine(folder, "ivr.db"), new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        Assert.Equal("abc", (await store.LivePublication(Stop))!.Revision);
        Assert.NotNull(await store.LoadRevision("abc", Stop));
    }

    private static void Run(TemporaryStore store, string sql)
    {
        using var db = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        db.Execute(sql);
    }

    private static PublicationWrite Written(string revision) =>
        new(revision, ImmutableDictionary<string, string>.Empty.Add("ontario.yaml", revision), Units.Start, "ana", "", null);
}
