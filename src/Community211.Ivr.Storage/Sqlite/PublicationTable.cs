using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class PublicationTable
{
    /// <summary>Files and publication, or nothing when the live one has another number.</summary>
    public static PublishResult Publish(SqliteConnection db, PublicationWrite write, string files, int expected)
    {
        var live = Live(db);
        if ((live?.Number ?? 0) != expected)
            return new PublishResult(false, live);
        var revision = Clean.Text(write.Revision);
        RevisionTable.Save(db, revision, files);
        var row = new Publication(expected + 1, revision, write.At, Clean.Text(write.Who), Clean.Text(write.Note), Clean.Text(write.Git), live?.Revision);
        db.Execute(Insert, new { row.Number, row.Revision, at = Instant.Text(row.At), row.Who, row.Note, row.Git, row.Replaced });
        return new PublishResult(true, row);
    }

    public static Publication? Live(SqliteConnection db) => Newest(db, 1).FirstOrDefault();

    public static ImmutableArray<Publication> Newest(SqliteConnection db, int most) =>
    [
        .. db.Query<Row>($"SELECT {Columns} FROM publications ORDER BY number DESC LIMIT @most", new { most })
            .Select(row => new Publication((int)row.Number, row.Revision, Instant.Parse(row.At), row.Who, row.Note, row.Git, row.Replaced)),
    ];

    private const string Columns = "number, revision, at, who, note, git, replaced";

    private const string Insert =
        $"INSERT INTO publications ({Columns}) VALUES (@Number, @Revision, @at, @Who, @Note, @Git, @Replaced)";

    private sealed record Row(long Number, string Revision, string At, string Who, string Note, string? Git, string? Replaced);
}
