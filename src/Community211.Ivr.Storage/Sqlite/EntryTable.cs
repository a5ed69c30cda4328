using System.Collections.Immutable;
using Community211.Ivr.Queues;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class EntryTable
{
    public static void Write(SqliteConnection db, EntryRow? entry)
    {
        if (entry is not null)
            db.Execute(entry.State is null ? "DELETE FROM entries WHERE call = @Call" : Upsert, entry);
    }

    public static ImmutableArray<QueueEntry> All(SqliteConnection db) =>
        [.. db.Query<string>("SELECT state FROM entries ORDER BY call").Select(StoredJson.Read<QueueEntry>)];

    private const string Upsert =
        "INSERT INTO entries (call, state) VALUES (@Call, @State) ON CONFLICT (call) DO UPDATE SET state = excluded.state";
}
