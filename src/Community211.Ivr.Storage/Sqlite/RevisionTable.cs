using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class RevisionTable
{
    public static void Save(SqliteConnection db, string hash, string files) => db.Execute(
        "INSERT INTO revisions (hash, files) VALUES (@hash, @files) ON CONFLICT (hash) DO NOTHING", new { hash, files });

    public static ImmutableDictionary<string, string>? Load(SqliteConnection db, string hash) =>
        db.ExecuteScalar<string?>("SELECT files FROM revisions WHERE hash = @hash", new { hash }) is { } files
            ? StoredJson.Read<ImmutableDictionary<string, string>>(files)
            : null;
}
