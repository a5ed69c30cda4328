using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class OpeningTable
{
    public static void Open(SqliteConnection db, Opening opening)
    {
        var (calendar, at, who) = (Clean.Text(opening.Calendar), Instant.Text(opening.From), Clean.Text(opening.Who));
        db.Execute(End, new { calendar, at, who });
        db.Execute(Insert, new { calendar, at, until = Instant.Text(opening.Until), who, note = Clean.Text(opening.Note) });
    }

    public static bool Close(SqliteConnection db, string calendar, string at, string who) =>
        db.Execute($"{End} AND opened_at <= @at AND until > @at", new { calendar, at, who }) == 1;

    public static ImmutableArray<Opening> At(SqliteConnection db, string now) =>
    [
        .. db.Query<Row>(Select, new { now })
            .Select(row => new Opening(row.Calendar, Instant.Parse(row.OpenedAt), Instant.Parse(row.Until), row.Who, row.Note)),
    ];

    private const string End = "UPDATE openings SET closed_at = @at, closed_by = @who WHERE calendar = @calendar AND closed_at IS NULL";

    private const string Insert =
        "INSERT INTO openings (calendar, opened_at, until, who, note) VALUES (@calendar, @at, @until, @who, @note)";

    private const string Select = """
        SELECT calendar, opened_at AS OpenedAt, until, who, note FROM openings
        WHERE closed_at IS NULL AND until > @now ORDER BY calendar
        """;

    private sealed record Row(string Calendar, string OpenedAt, string Until, string Who, string Note);
}
