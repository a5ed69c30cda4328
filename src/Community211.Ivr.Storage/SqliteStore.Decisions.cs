using Community211.Ivr.Queues;
using Community211.Ivr.Storage.Sqlite;

namespace Community211.Ivr.Storage;

/// <content>Decisions of the matching rule.</content>
public sealed partial class SqliteStore
{
    public Task<long> AddDecision(Decision decision, CancellationToken stop)
    {
        var (at, packed) = (Instant.Text(decision.At), Compressed.Pack(StoredJson.Write(decision)));
        return writer.Write(db => DecisionTable.Add(db, at, packed), _ => true, stop);
    }

    public async Task<Decision?> LoadDecision(long id, CancellationToken stop) =>
        await Read(db => DecisionTable.Load(db, id), stop) is { } packed ? StoredJson.Read<Decision>(Compressed.Unpack(packed)) : null;

    public Task<int> DropDecisions(DateTimeOffset before, int most, CancellationToken stop) =>
        writer.Write(db => DecisionTable.Drop(db, Instant.Text(before), Math.Max(0, most)), _ => true, stop);
}
