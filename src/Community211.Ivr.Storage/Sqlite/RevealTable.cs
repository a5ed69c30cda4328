using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class RevealTable
{
    public static void Add(SqliteConnection db, Reveal reveal) => db.Execute(
        "INSERT INTO reveals (at, who, call, reason) VALUES (@at, @who, @call, @reason)",
        new { at = Instant.Text(reveal.At), who = Clean.Text(reveal.Who), call = Clean.Text(reveal.Call), reason = Clean.Text(reveal.Reason) });

    public static ImmutableArray<Reveal> Newest(SqliteConnection db, int most) =>
    [
        .. db.Query<Row>("SELECT at, who, call, reason FROM reveals ORDER BY id DESC LIMIT @most", new { most })
            .Select(row => new Reveal(Instant.Parse(row.At), row.Who, row.Call, row.Reason)),
    ];

    private sealed record Row(string At, string Who, string Call, string Reason);
}
