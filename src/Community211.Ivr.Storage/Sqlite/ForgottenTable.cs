using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class ForgottenTable
{
    public static void Add(SqliteConnection db, Forgotten forgotten) =>
        db.Execute("INSERT INTO forgotten (at, who, calls) VALUES (@at, @who, @Calls)", new { at = Instant.Text(forgotten.At), who = Clean.Text(forgotten.Who), forgotten.Calls });

    public static ImmutableArray<Forgotten> Newest(SqliteConnection db, int most) =>
    [
        .. db.Query<Row>("SELECT at, who, calls FROM forgotten ORDER BY id DESC LIMIT @most", new { most })
            .Select(row => new Forgotten(Instant.Parse(row.At), row.Who, (int)row.Calls)),
    ];

    private sealed record Row(string At, string Who, long Calls);
}
