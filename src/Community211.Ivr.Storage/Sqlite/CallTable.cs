using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class CallTable
{
    /// <summary>False: the call is not at the expected sequence (or, expected 0, is known).</summary>
    public static bool Write(SqliteConnection db, CallRow call) => db.Execute(call.Expected == 0 ? Insert : Update, call) == 1;

    public static StoredCall? Load(SqliteConnection db, string sid) =>
        db.QuerySingleOrDefault<Row>("SELECT sequence, snapshot FROM calls WHERE sid = @sid", new { sid }) is { } row
            ? new StoredCall(row.Sequence, row.Snapshot, AgentTable.OfCall(db, sid))
            : null;

    public static ImmutableArray<CallSummary> Newest(SqliteConnection db, int most) =>
    [
        .. db.Query<Line>(SelectNewest, new { most })
            .Select(line => new CallSummary(line.Sid, Instant.Parse(line.StartedAt), line.Ended != 0, line.Summary)),
    ];

    public static ImmutableArray<string> After(SqliteConnection db, string? sid, int most) =>
        [.. db.Query<string>(sid is null ? SelectOldest : SelectAfter, new { sid, most })];

    public static ImmutableArray<string> Between(SqliteConnection db, DateTimeOffset from, DateTimeOffset until) =>
        [.. db.Query<string>("SELECT snapshot FROM calls WHERE started_at >= @from AND started_at < @until ORDER BY started_at, rowid", new { from = Instant.Text(from), until = Instant.Text(until) })];

    public static ImmutableArray<string> Live(SqliteConnection db) =>
        [.. db.Query<string>("SELECT sid FROM calls WHERE ended = 0 ORDER BY sid")];

    private const string Insert = """
        INSERT INTO calls (sid, sequence, started_at, ended, snapshot, summary)
        VALUES (@Sid, 1, @At, @Ended, @Snapshot, @Summary) ON CONFLICT (sid) DO NOTHING
        """;

    private const string Update = """
        UPDATE calls SET sequence = @Sequence, ended = @Ended, snapshot = @Snapshot, summary = @Summary
        WHERE sid = @Sid AND sequence = @Expected
        """;

    private const string SelectNewest = """
        SELECT sid, started_at AS StartedAt, ended, summary FROM calls ORDER BY started_at DESC, rowid DESC LIMIT @most
        """;

    private const string SelectOldest = "SELECT sid FROM calls ORDER BY started_at, rowid LIMIT @most";

    private const string SelectAfter = """
        SELECT sid FROM calls WHERE (started_at, rowid) > (SELECT started_at, rowid FROM calls WHERE sid = @sid)
        ORDER BY started_at, rowid LIMIT @most
        """;

    private sealed record Row(long Sequence, string Snapshot);

    private sealed record Line(string Sid, string StartedAt, long Ended, string Summary);
}
