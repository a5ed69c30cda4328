using Community211.Ivr.Storage.Private;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class VaultTable
{
    public static bool InUse(SqliteConnection db) => db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM vault_keys)");

    /// <summary>A wrapped key and its call, to try the master key on; null when there is none.</summary>
    public static (string Call, byte[] Wrapped)? AnyKey(SqliteConnection db) =>
        db.QueryFirstOrDefault<Key>("SELECT call, wrapped FROM vault_keys LIMIT 1") is { } key ? (key.Call, key.Wrapped) : null;

    /// <summary>Keeps the private part of a fact, if it has one; the call's first one makes the call's key.</summary>
    public static void Add(SqliteConnection db, Vault vault, CallRow call)
    {
        if (call.Private is null)
            return;
        var wrapped = KeyOf(db, call.Sid);
        if (wrapped is null)
        {
            wrapped = vault.NewKey(call.Sid);
            db.Execute("INSERT INTO vault_keys (call, wrapped) VALUES (@Sid, @wrapped)", new { call.Sid, wrapped });
        }

        var cipher = vault.Seal(call.Sid, wrapped, call.Sequence, call.Private);
        db.Execute("INSERT INTO vault (call, sequence, cipher) VALUES (@Sid, @Sequence, @cipher)", new { call.Sid, call.Sequence, cipher });
    }

    /// <summary>A call's private parts by sequence; empty once forgotten.</summary>
    public static Dictionary<long, string> OfCall(SqliteConnection db, Vault vault, string call) => KeyOf(db, call) is { } wrapped
        ? db.Query<Part>("SELECT sequence, cipher FROM vault WHERE call = @call", new { call })
            .ToDictionary(part => part.Sequence, part => vault.Open(call, wrapped, part.Sequence, part.Cipher))
        : [];

    /// <summary>Removes a call's key, and the parts that nothing can read without it, overwriting their place in the file.</summary>
    public static bool Forget(SqliteConnection db, string call)
    {
        db.Execute("PRAGMA secure_delete = ON");
        try
        {
            NumberTable.Forget(db, call);
            db.Execute("DELETE FROM vault WHERE call = @call", new { call });
            return db.Execute("DELETE FROM vault_keys WHERE call = @call", new { call }) > 0;
        }
        finally
        {
            db.Execute("PRAGMA secure_delete = OFF");
        }
    }

    private static byte[]? KeyOf(SqliteConnection db, string call) =>
        db.ExecuteScalar<byte[]?>("SELECT wrapped FROM vault_keys WHERE call = @call", new { call });

    private sealed record Key(string Call, byte[] Wrapped);

    private sealed record Part(long Sequence, byte[] Cipher);
}
