using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class CommandTable
{
    /// <summary>False: not known, or completed before.</summary>
    public static bool Complete(SqliteConnection db, string key, string at) =>
        db.Execute("UPDATE commands SET done_at = @at WHERE key = @key AND done_at IS NULL", new { key, at }) == 1;

    public static void Add(SqliteConnection db, IReadOnlyList<CommandRow> commands) => db.Execute(Insert, commands);

    public static ImmutableArray<StoredCommand> Open(SqliteConnection db, int most) =>
    [
        .. db.Query<Row>(Select, new { most })
            .Select(row => new StoredCommand(row.Key, row.Call, StoredJson.Read<CarrierRequest>(row.Request), Instant.Parse(row.At))),
    ];

    private const string Insert = """
        INSERT INTO commands (key, call, request, first, at) VALUES (@Key, @Call, @Request, @First, @At) ON CONFLICT (key) DO NOTHING
        """;

    // A lane shows its oldest only: the next one waits until that is done.
    private const string Select = """
        SELECT key, call, request, at FROM commands
        WHERE created IN (SELECT min(created) FROM commands WHERE done_at IS NULL GROUP BY call)
        ORDER BY first DESC, created LIMIT @most
        """;

    private sealed record Row(string Key, string Call, string Request, string At);
}
