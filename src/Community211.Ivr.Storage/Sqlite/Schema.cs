using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>The embedded migrations, and which of them a file has.</summary>
internal static class Schema
{
    private const string Journal = "migrations";
    private const string Folder = "Community211.Ivr.Storage.Migrations.";
    private const long ApplicationId = 1769370161;

    /// <summary>Refuses a file that is not ours or that a newer program has changed; changes nothing.</summary>
    /// <exception cref="StorageException">With what to do.</exception>
    public static void Check(SqliteConnection db, string path)
    {
        if (db.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") == 0)
            return;
        var ours = db.ExecuteScalar<long>("PRAGMA application_id") == ApplicationId;
        if (!ours && !OnlyJournal(db))
        {
            throw new StorageException(
                $"{path} is a SQLite database of another program. Nothing was changed. Set Storage:Path to another file.");
        }

        var newer = db.Query<string>($"SELECT ScriptName FROM {Journal}").Except(Scripts().Select(script => script.Name)).Order().ToList();
        if (newer.Count > 0)
        {
            throw new StorageException(
                $"{path} was written by a newer version of this program (it has {string.Join(", ", newer)}, unknown here). Nothing was "
                + "changed. Start that version, or restore a backup made before the upgrade.");
        }
    }

    /// <summary>How many migrations a checked file has, and how many the program knows.</summary>
    public static (int Has, int Knows) Versions(SqliteConnection db) => (
        db.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '{Journal}')") ? db.ExecuteScalar<int>($"SELECT count(DISTINCT ScriptName) FROM {Journal}") : 0,
        Scripts().Length);

    /// <summary>Runs what is missing, each script in a transaction of its own.</summary>
    /// <exception cref="StorageException">A script failed; those before it stay.</exception>
    public static void Upgrade(string connection, string path)
    {
        var result = DeployChanges.To.SqliteDatabase(connection)
            .JournalToSqliteTable(Journal)
            .WithScripts(Scripts())
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StorageException(
                $"{path} could not be upgraded: {result.ErrorScript?.Name ?? "the migrations"} failed ({result.Error.Message}). That "
                + "script changed nothing. Start the version before, and report this message.",
                result.Error);
        }
    }

    private static SqlScript[] Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SqlScript.FromStream(name[Folder.Length..], assembly.GetManifestResourceStream(name)!))];
    }

    // The first start was cut off between making the journal and the first script.
    private static bool OnlyJournal(SqliteConnection db) =>
        db.ExecuteScalar<long>($"SELECT count(*) FROM sqlite_master WHERE tbl_name NOT IN ('{Journal}', 'sqlite_sequence')") == 0;
}
