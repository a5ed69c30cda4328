using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>One row, written to learn whether the file still takes writes.</summary>
internal static class PulseTable
{
    public static void Beat(SqliteConnection db, string at) =>
        db.Execute("INSERT INTO pulse (id, at) VALUES (1, @at) ON CONFLICT (id) DO UPDATE SET at = excluded.at", new { at });

    public static string? Last(SqliteConnection db) => db.ExecuteScalar<string?>("SELECT at FROM pulse");
}
