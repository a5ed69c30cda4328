using Community211.Ivr.Storage.Private;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>The file, checked and upgraded, and connections to it.</summary>
internal sealed class Database
{
    /// <summary>Seconds that a statement waits for another process's lock.</summary>
    private const int PatienceSeconds = 3;

    private readonly string pooled;
    private readonly string single;

    private Database(string path)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = PatienceSeconds,
        };
        pooled = settings.ToString();
        settings.Pooling = false;
        single = settings.ToString();
    }

    /// <summary>Opens, and where needed creates, the file at a full path.</summary>
    /// <exception cref="StorageException">With what is wrong and what to do.</exception>
    public static Database Open(string path)
    {
        var database = new Database(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                PrivateFile.Create(path).Dispose();
            using (var db = Connect(database.single))
            {
                Schema.Check(db, path);
                PrivateFile.Protect(path);
                db.Execute("PRAGMA journal_mode = WAL");
            }

            Schema.Upgrade(database.pooled, path);
            return database;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            database.Close();
            throw Trouble.Opening(path, error);
        }
        catch (StorageException)
        {
            database.Close();
            throw;
        }
    }

    /// <summary>A connection from the pool, to read; dispose of it soon.</summary>
    public SqliteConnection Reader() => Connect(pooled);

    /// <summary>A connection outside the pool, whose commits are on the disk when they return.</summary>
    public SqliteConnection Writer()
    {
        var db = Connect(single);
        db.Execute($"PRAGMA busy_timeout = {PatienceSeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
        return db;
    }

    /// <summary>Closes what the pool holds.</summary>
    public void Close()
    {
        using var db = new SqliteConnection(pooled);
        SqliteConnection.ClearPool(db);
    }

    private static SqliteConnection Connect(string settings)
    {
        var db = new SqliteConnection(settings);
        try
        {
            db.Open();
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
