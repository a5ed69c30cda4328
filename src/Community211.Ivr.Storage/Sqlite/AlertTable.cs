using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class AlertTable
{
    public static void Add(SqliteConnection db, IReadOnlyList<AlertRow> alerts)
    {
        foreach (var alert in alerts)
            db.Execute("INSERT INTO alerts (at, region, alert) VALUES (@At, @Region, @Alert)", alert);
    }

    public static ImmutableArray<StoredAlert> Newest(SqliteConnection db, string? region, long after, int most) =>
    [
        .. db.Query<Row>(
            "SELECT id, alert FROM alerts WHERE id > @after AND (@region IS NULL OR region = @region) ORDER BY id DESC LIMIT @most", new { region, after, most })
            .Select(row => new StoredAlert(row.Id, StoredJson.Read<Alert>(row.Alert))),
    ];

    private sealed record Row(long Id, string Alert);
}
