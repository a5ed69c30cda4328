using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class DecisionTable
{
    public static long Add(SqliteConnection db, string at, byte[] decision) =>
        db.ExecuteScalar<long>("INSERT INTO decisions (at, decision) VALUES (@at, @decision) RETURNING id", new { at, decision });

    public static byte[]? Load(SqliteConnection db, long id) => db.ExecuteScalar<byte[]?>("SELECT decision FROM decisions WHERE id = @id", new { id });

    public static int Drop(SqliteConnection db, string before, int most) =>
        db.Execute("DELETE FROM decisions WHERE id IN (SELECT id FROM decisions WHERE at < @before ORDER BY at LIMIT @most)", new { before, most });
}
