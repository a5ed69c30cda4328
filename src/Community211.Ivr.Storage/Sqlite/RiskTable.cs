using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class RiskTable
{
    public static void Add(SqliteConnection db, RiskRow? note)
    {
        if (note is not null)
            db.Execute("INSERT INTO risks (at, call, regions, who, step, reason) VALUES (@At, @Call, @Regions, @Who, @Step, @Reason)", note);
    }

    /// <summary>Cases whose last step is their first.</summary>
    public static ImmutableArray<RiskNote> Open(SqliteConnection db) =>
    [
        .. db.Query<RiskRow>(
            "SELECT at, call, regions, who, step, reason FROM risks WHERE step = 'Opened' AND id = (SELECT max(id) FROM risks AS later WHERE later.call = risks.call) ORDER BY id")
            .Select(row => new RiskNote(Instant.Parse(row.At), row.Call, StoredJson.Read<ImmutableArray<string>>(row.Regions), row.Who, Enum.Parse<RiskStep>(row.Step), row.Reason)),
    ];
}
