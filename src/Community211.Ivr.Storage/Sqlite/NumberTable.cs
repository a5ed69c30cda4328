using System.Collections.Immutable;
using Community211.Ivr.Storage.Private;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class NumberTable
{
    /// <summary>Makes a call known by its number, if it told one.</summary>
    public static void Add(SqliteConnection db, Vault vault, CallRow call)
    {
        if (call.Number is not null)
            db.Execute("INSERT INTO numbers (hash, call, at) VALUES (@hash, @Sid, @At) ON CONFLICT DO NOTHING", new { hash = vault.Fingerprint(call.Number), call.Sid, call.At });
    }

    public static ImmutableArray<string> CallsFrom(SqliteConnection db, string hash, DateTimeOffset since) =>
        [.. db.Query<string>("SELECT call FROM numbers WHERE hash = @hash AND at >= @since ORDER BY at DESC, rowid DESC", new { hash, since = Instant.Text(since) })];

    public static void Forget(SqliteConnection db, string call) => db.Execute("DELETE FROM numbers WHERE call = @call", new { call });
}
