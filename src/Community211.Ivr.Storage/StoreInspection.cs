using System.Collections.Immutable;
using Community211.Ivr.Storage.Private;
using Community211.Ivr.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Community211.Ivr.Storage;

/// <summary>
/// Looks at a store beside a running service or without one. Creates, upgrades and repairs nothing; that it can be written is tried in a
/// transaction that is taken back.
/// </summary>
public static class StoreInspection
{
    /// <summary>Larger files are not read through: it would take minutes, and the disk from callers.</summary>
    public const long MostBytesRead = 2L << 30;

    private const int PatienceSeconds = 3;

    // sqlite.org/c3ref/c_dbconfig_defensive.html
    private const int NoCheckpointOnClose = 1006;

    /// <summary>What the store is like; never throws for what is wrong with it.</summary>
    /// <param name="path">The SQLite file.</param>
    public static StoreCondition Look(string path)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
            return new StoreCondition { Exists = false };
        var condition = new StoreCondition { Exists = true, Bytes = new FileInfo(file).Length };
        try
        {
            using var db = Open(file);
            Schema.Check(db, file);
            var (has, knows) = Schema.Versions(db);
            condition = condition with { Schema = has, SchemaOfProgram = knows, Damage = Damage(db, condition.Bytes) };
            return has == 0 ? condition : Read(db, file, condition);
        }
        catch (StorageException problem)
        {
            return condition with { Problem = problem.Message };
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            return condition with { Problem = Trouble.Opening(file, problem).Message };
        }
    }

    private static StoreCondition Read(SqliteConnection db, string file, StoreCondition condition)
    {
        var folder = Path.GetDirectoryName(file)!;
        // Without a key in use none is needed yet, and asking for one would make it.
        if (VaultTable.InUse(db) || File.Exists(Path.Combine(folder, MasterKey.FileName)))
            SqliteStore.VaultOf(db, folder);
        var published = db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'publications')");
        var live = published ? PublicationTable.Live(db) : null;
        return condition with
        {
            Calls = db.ExecuteScalar<long>("SELECT count(*) FROM calls"),
            LiveCalls = db.ExecuteScalar<long>("SELECT count(*) FROM calls WHERE ended = 0"),
            Live = live,
            LiveFiles = live is null ? null : RevisionTable.Load(db, live.Revision),
            WriteProblem = WriteProblem(db),
        };
    }

    private static ImmutableArray<string>? Damage(SqliteConnection db, long bytes) =>
        bytes > MostBytesRead ? null : [.. db.Query<string>("PRAGMA quick_check(5)").Where(line => line != "ok")];

    private static string? WriteProblem(SqliteConnection db)
    {
        try
        {
            using var taken = db.BeginTransaction(deferred: false);
            db.Execute("CREATE TABLE written_by_the_doctor (id INTEGER)", transaction: taken);
            taken.Rollback();
            return null;
        }
        catch (SqliteException problem)
        {
            return Trouble.Writing(problem).Message;
        }
    }

    private static SqliteConnection Open(string file)
    {
        var log = File.Exists(file + "-wal");
        var db = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = PatienceSeconds,
        }.ToString());
        try
        {
            db.Open();
            // A log that a killed service left is the next start's to take over.
            if (log)
                raw.sqlite3_db_config(db.Handle, NoCheckpointOnClose, 1, out _);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
