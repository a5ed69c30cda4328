using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage.Private;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class FactTable
{
    /// <summary>What was answered when the call saw this token before; null if it did not.</summary>
    public static CommitResult? Repeated(SqliteConnection db, CallRow call) =>
        call.Token is not null && db.QuerySingleOrDefault<Earlier>(Find, call) is { } earlier
            ? new CommitResult(CommitOutcome.Repeated, earlier.Reply, earlier.Unchanged != 0)
            : null;

    public static void Add(SqliteConnection db, CallRow call) => db.Execute(Insert, call);

    public static ImmutableArray<StoredFact> OfCall(SqliteConnection db, Vault vault, string call)
    {
        var open = VaultTable.OfCall(db, vault, call);
        return
        [
            .. db.Query<Row>("SELECT sequence, at, token, event, reply FROM facts WHERE call = @call ORDER BY sequence", new { call })
                .Select(row => new StoredFact(
                    row.Sequence, Instant.Parse(row.At), row.Token, row.Event, row.Reply, open.GetValueOrDefault(row.Sequence))),
        ];
    }

    private const string Find = """
        SELECT facts.reply, facts.sequence = calls.sequence AS unchanged
        FROM facts JOIN calls ON calls.sid = facts.call WHERE facts.call = @Sid AND facts.token = @Token
        """;

    private const string Insert =
        "INSERT INTO facts (call, sequence, token, at, event, reply) VALUES (@Sid, @Sequence, @Token, @At, @Event, @Reply)";

    private sealed record Earlier(string? Reply, long Unchanged);

    private sealed record Row(long Sequence, string At, string? Token, string Event, string? Reply);
}
