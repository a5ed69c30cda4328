using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Observing;

/// <summary>Looks at the floor as it is now. The day's calls are read again after a second at the earliest, however many ask.</summary>
internal sealed class LiveLook(IStore store, IFlowSets flows, Roster roster, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, string Revision, IReadOnlyCollection<CallRecord> Calls)? _today;

    public async Task<LiveFigures> Now(CancellationToken stop)
    {
        var set = flows.Live;
        await _one.WaitAsync(stop);
        try
        {
            var now = clock.GetUtcNow();
            if (_today is not { } known || now - known.At >= Fresh || known.Revision != set.Revision)
            {
                var snapshots = await store.Snapshots(LiveFigures.DayOf(now, set.Places.Zone), now.AddTicks(1), stop);
                _today = (now, set.Revision, [.. snapshots.Select(s => CallRecords.Of(CallJson.Read<CallState>(s), set.Places, set.Needs))]);
            }
            var floor = await store.LoadFloor(stop);
            return LiveFigures.Of(new Floor(floor.Entries, [.. floor.Agents.Select(a => a.State)]), _today.Value.Calls, roster.Regions, set.Queues, set.Places.Zone, now);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
