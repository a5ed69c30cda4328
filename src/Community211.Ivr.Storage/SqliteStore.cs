using System.Collections.Immutable;
using System.Security.Cryptography;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Storage.Private;
using Community211.Ivr.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage;

/// <summary>
/// The embedded store: one SQLite file, one writer that commits in groups, readers beside it. A commit that throws
/// <see cref="StorageException"/> may or may not have been written; say it again with the same token. Cancelling a commit helps only
/// until it is being written.
/// </summary>
public sealed partial class SqliteStore : IStore, IAsyncDisposable, IDisposable
{
    private readonly Database database;
    private readonly Vault vault;
    private readonly UnitWriter units;
    private readonly GroupWriter writer;
    private readonly TimeProvider clock;
    private int closed;

    private SqliteStore(Database database, Vault vault, TimeProvider clock)
    {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        units = new UnitWriter(vault);
        writer = new GroupWriter(database);
    }

    /// <summary>Writes that are asked for and not yet durable: 0 when nothing is under way.</summary>
    public int Unwritten => writer.Unwritten;

    /// <summary>Opens the file, creates it with its folder and key where they are missing, and upgrades it where it is older.</summary>
    /// <param name="path">The SQLite file; <c>vault.key</c> stands beside it.</param>
    /// <param name="clock">Dates what has no date of its own: commands and agents' changes outside a call's event.</param>
    /// <exception cref="StorageException">Not this service's, newer than the program, not writable, key missing or wrong.</exception>
    public static SqliteStore Open(string path, TimeProvider clock)
    {
        var file = Path.GetFullPath(path);
        var database = Database.Open(file);
        try
        {
            using var db = database.Reader();
            return new SqliteStore(database, VaultOf(db, Path.GetDirectoryName(file)!), clock);
        }
        catch
        {
            database.Close();
            throw;
        }
    }

    public async Task<CommitResult> Commit(CommitUnit unit, CancellationToken stop)
    {
        var rows = UnitRows.Of(unit, clock.GetUtcNow());
        return await writer.Write(db => units.Write(db, rows), result => result.Outcome == CommitOutcome.Committed, stop);
    }

    public Task<StoredCall?> LoadCall(string sid, CancellationToken stop) => Read(db => CallTable.Load(db, Clean.Text(sid)), stop);

    public Task<Versioned<AgentState>?> LoadAgent(string id, CancellationToken stop) =>
        Read(db => AgentTable.Load(db, Clean.Text(id)), stop);

    public Task<StoredFloor> LoadFloor(CancellationToken stop) =>
        Read(db => new StoredFloor(EntryTable.All(db), AgentTable.All(db)), stop);

    public Task<ImmutableArray<StoredCommand>> OpenCommands(int most, CancellationToken stop) =>
        Read(db => CommandTable.Open(db, Math.Max(0, most)), stop);

    public Task<ImmutableArray<StoredDue>> DueBefore(DateTimeOffset now, int most, CancellationToken stop) =>
        Read(db => DueTable.Before(db, now, Math.Max(0, most)), stop);

    public Task<DateTimeOffset?> NextDue(CancellationToken stop) => Read(DueTable.Next, stop);

    public Task<ImmutableArray<StoredFact>> Facts(string sid, CancellationToken stop) =>
        Read(db => FactTable.OfCall(db, vault, Clean.Text(sid)), stop);

    public Task<ImmutableArray<CallSummary>> Calls(int most, CancellationToken stop) =>
        Read(db => CallTable.Newest(db, Math.Max(0, most)), stop);

    public Task<ImmutableArray<string>> CallsAfter(string? sid, int most, CancellationToken stop) =>
        Read(db => CallTable.After(db, sid, Math.Max(0, most)), stop);

    public Task<ImmutableArray<string>> Snapshots(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        Read(db => CallTable.Between(db, from, until), stop);

    public Task<ImmutableArray<string>> CallsFrom(string number, DateTimeOffset since, CancellationToken stop) =>
        Read(db => NumberTable.CallsFrom(db, vault.Fingerprint(Clean.Text(number)), since), stop);

    public Task<ImmutableArray<string>> LiveCalls(CancellationToken stop) => Read(CallTable.Live, stop);

    /// <summary>The state at <paramref name="from"/> keeps its own time; changes at <paramref name="until"/> are left out.</summary>
    public Task<ImmutableArray<AgentFact>> AgentFacts(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        Read(db => AgentFactTable.Between(db, from, until), stop);

    public Task<ImmutableArray<AgentFact>> FactsOfAgent(string agent, DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        Read(db => AgentFactTable.OfAgent(db, Clean.Text(agent), from, until), stop);

    public Task SaveRevision(string revision, ImmutableDictionary<string, string> files, CancellationToken stop)
    {
        var json = StoredJson.Write(files);
        return Write(db => RevisionTable.Save(db, Clean.Text(revision), json), stop);
    }

    public Task<ImmutableDictionary<string, string>?> LoadRevision(string revision, CancellationToken stop) =>
        Read(db => RevisionTable.Load(db, Clean.Text(revision)), stop);

    public async Task Probe(CancellationToken stop)
    {
        var at = Instant.Text(clock.GetUtcNow());
        await Write(db => PulseTable.Beat(db, at), stop);
        await Read(PulseTable.Last, stop);
    }

    public async Task<bool> Forget(string sid, CancellationToken stop)
    {
        var known = await writer.Write(db => VaultTable.Forget(db, Clean.Text(sid)), _ => true, stop);
        // The write-ahead log still holds the old pages; readers or commits at work may leave that to a later checkpoint.
        using var db = database.Reader();
        db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return known;
    }

    /// <summary>Writes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0)
            return;
        await writer.DisposeAsync();
        database.Close();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    internal static Vault VaultOf(SqliteConnection db, string folder)
    {
        var vault = new Vault(MasterKey.Load(folder, VaultTable.InUse(db)));
        if (VaultTable.AnyKey(db) is not { } key)
            return vault;
        try
        {
            vault.Unwrap(key.Call, key.Wrapped);
            return vault;
        }
        catch (CryptographicException error)
        {
            throw new StorageException(
                $"The key file {Path.Combine(folder, MasterKey.FileName)} belongs to another database. Put the right one back "
                + "from a backup.",
                error);
        }
    }

    private Task<bool> Write(Action<SqliteConnection> write, CancellationToken stop) => writer.Write(
        db =>
        {
            write(db);
            return true;
        },
        _ => true,
        stop);

    // Reads are short and SQLite's are never asynchronous. The transaction makes several selects one reading.
    private Task<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return Task.FromCanceled<T>(stop);
        try
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref closed) != 0, this);
            using var db = database.Reader();
            using var reading = db.BeginTransaction(deferred: true);
            return Task.FromResult(read(db));
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }
}
