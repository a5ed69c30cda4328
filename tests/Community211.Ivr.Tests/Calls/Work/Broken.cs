using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;

namespace Community211.Ivr.Tests.Calls.Work;

/// <summary>A call whose snapshot cannot be read, first in line and with a timer that is due.</summary>
internal static class Broken
{
    public static async Task Put(IStore store, string sid)
    {
        var entry = new QueueEntry
        {
            Call = sid,
            Phase = CallerPhase.Waiting,
            Priority = Priority.Crisis,
            Members = [new QueueMember("province", TimeSpan.Zero, false)],
            ArrivedAt = Units.Start.AddHours(-1),
            PageAt = Units.Start,
            PageSeconds = 3600,
        };
        var unit = new CommitUnit
        {
            Call = new CallWrite(sid, 0, null, Units.Start, "{}", "{", null, null, false, sid),
            Entry = new EntryWrite(sid, entry),
            Due = [new DueWrite($"{sid}:broken", Units.Start.AddHours(-1), sid, null, "{}")],
        };
        Assert.Equal(CommitOutcome.Committed, (await store.Commit(unit, TestContext.Current.CancellationToken)).Outcome);
    }
}
