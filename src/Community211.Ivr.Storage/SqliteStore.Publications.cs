using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage.Sqlite;

namespace Community211.Ivr.Storage;

/// <content>What is live, what was refused, and what staff opened.</content>
public sealed partial class SqliteStore
{
    public Task<PublishResult> Publish(PublicationWrite publication, int expectedNumber, CancellationToken stop)
    {
        var files = StoredJson.Write(publication.Files);
        return writer.Write(db => PublicationTable.Publish(db, publication, files, expectedNumber), result => result.Published, stop);
    }

    public Task<Publication?> LivePublication(CancellationToken stop) => Read(PublicationTable.Live, stop);

    public Task<ImmutableArray<Publication>> Publications(int most, CancellationToken stop) =>
        Read(db => PublicationTable.Newest(db, Math.Max(0, most)), stop);

    public Task SaveRefusal(Refusal refusal, CancellationToken stop) => Write(db => RefusalTable.Save(db, refusal), stop);

    public Task<Refusal?> LastRefusal(CancellationToken stop) => Read(RefusalTable.Load, stop);

    public Task Open(Opening opening, CancellationToken stop) => Write(db => OpeningTable.Open(db, opening), stop);

    public Task<bool> Close(string calendar, DateTimeOffset at, string who, CancellationToken stop) =>
        writer.Write(db => OpeningTable.Close(db, Clean.Text(calendar), Instant.Text(at), Clean.Text(who)), _ => true, stop);

    public Task<ImmutableArray<Opening>> Openings(DateTimeOffset now, CancellationToken stop) =>
        Read(db => OpeningTable.At(db, Instant.Text(now)), stop);
}
