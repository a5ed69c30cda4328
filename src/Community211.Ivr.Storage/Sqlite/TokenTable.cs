using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class TokenTable
{
    public static StaffToken Add(SqliteConnection db, StaffToken token)
    {
        var row = new
        {
            token.Hash,
            role = Word(token.Role),
            holder = Clean.Text(token.Of),
            madeAt = Instant.Text(token.MadeAt),
            madeBy = Clean.Text(token.MadeBy),
            expiresAt = Instant.Text(token.ExpiresAt),
        };
        return token with { Id = db.ExecuteScalar<long>(Insert, row) };
    }

    public static StaffToken? Find(SqliteConnection db, string hash) =>
        db.QuerySingleOrDefault<Row>($"{Select} WHERE hash = @hash", new { hash })?.Token();

    public static ImmutableArray<StaffToken> All(SqliteConnection db) => [.. db.Query<Row>($"{Select} ORDER BY id").Select(row => row.Token())];

    public static bool Revoke(SqliteConnection db, long id, string at, string who) =>
        db.Execute("UPDATE tokens SET revoked_at = @at, revoked_by = @who WHERE id = @id AND revoked_at IS NULL", new { id, at, who }) == 1;

    private static string Word(StaffRole role) => role == StaffRole.Agent ? "agent" : "supervisor";

    private const string Insert = """
        INSERT INTO tokens (hash, role, holder, made_at, made_by, expires_at) VALUES (@Hash, @role, @holder, @madeAt, @madeBy, @expiresAt) RETURNING id
        """;

    private const string Select = """
        SELECT id, hash, role, holder, made_at AS MadeAt, made_by AS MadeBy, expires_at AS ExpiresAt, revoked_at AS RevokedAt, revoked_by AS RevokedBy
        FROM tokens
        """;

    private sealed record Row(
        long Id, string Hash, string Role, string Holder, string MadeAt, string MadeBy, string ExpiresAt, string? RevokedAt, string? RevokedBy)
    {
        public StaffToken Token() => new(
            Id, Hash, Role == Word(StaffRole.Agent) ? StaffRole.Agent : StaffRole.Supervisor, Holder, Instant.Parse(MadeAt), MadeBy, Instant.Parse(ExpiresAt),
            RevokedAt is null ? null : Instant.Parse(RevokedAt), RevokedBy);
    }
}
