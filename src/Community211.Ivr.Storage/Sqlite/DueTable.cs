using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class DueTable
{
    /// <summary>False: it is gone.</summary>
    public static bool Complete(SqliteConnection db, string key) => db.Execute(Delete, new { key }) == 1;

    public static void Put(SqliteConnection db, IReadOnlyList<DueRow> due) => db.Execute(Upsert, due);

    public static void Drop(SqliteConnection db, IReadOnlyList<string> keys) => db.Execute(Delete, keys.Select(key => new { key }));

    public static ImmutableArray<StoredDue> Before(SqliteConnection db, DateTimeOffset now, int most) =>
    [
        .. db.Query<DueRow>(
                "SELECT key, at, call, agent, event FROM due WHERE at <= @now ORDER BY at, key LIMIT @most",
                new { now = Instant.Text(now), most })
            .Select(row => row.Stored()),
    ];

    public static DateTimeOffset? Next(SqliteConnection db) =>
        db.ExecuteScalar<string?>("SELECT min(at) FROM due") is { } at ? Instant.Parse(at) : null;

    private const string Delete = "DELETE FROM due WHERE key = @key";

    private const string Upsert = """
        INSERT INTO due (key, at, call, agent, event) VALUES (@Key, @At, @Call, @Agent, @Event)
        ON CONFLICT (key) DO UPDATE SET at = excluded.at, call = excluded.call, agent = excluded.agent, event = excluded.event
        """;
}
