using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>One row: the last refusal.</summary>
internal static class RefusalTable
{
    public static void Save(SqliteConnection db, Refusal refusal) => db.Execute(
        Upsert,
        new Row(Instant.Text(refusal.At), Clean.Text(refusal.Who), Clean.Text(refusal.Note), Clean.Text(refusal.Revision), Clean.Text(refusal.Findings)));

    public static Refusal? Load(SqliteConnection db) =>
        db.QuerySingleOrDefault<Row>("SELECT at, who, note, revision, findings FROM refusal") is { } row
            ? new Refusal(Instant.Parse(row.At), row.Who, row.Note, row.Revision, row.Findings)
            : null;

    private const string Upsert = """
        INSERT INTO refusal (id, at, who, note, revision, findings) VALUES (1, @At, @Who, @Note, @Revision, @Findings)
        ON CONFLICT (id) DO UPDATE SET at = @At, who = @Who, note = @Note, revision = @Revision, findings = @Findings
        """;

    private sealed record Row(string At, string Who, string Note, string Revision, string Findings);
}
