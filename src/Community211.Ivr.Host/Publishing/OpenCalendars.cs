using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Host.Publishing;

/// <summary>The calendars that staff opened, in memory, so that no call waits for the store to learn them.</summary>
internal sealed class OpenCalendars(IStore store, IFlowSets flows, LineForecasts forecasts, TimeProvider clock) : IConditions
{
    private volatile Opening[] _openings = [];

    /// <summary>Ids of those that are open at a time, in order of the alphabet.</summary>
    public ImmutableArray<string> OpenAt(DateTimeOffset now) =>
        [.. _openings.Where(o => o.From <= now && now < o.Until).Select(o => o.Calendar)];

    public Conditions At(DateTimeOffset now, string call) => Conditions.Plain with { Open = OpenAt(now), Callbacks = flows.Live.Queues.Callbacks.Offered, Forecast = forecasts.Of(call, now) };

    /// <summary>Reads them again: every two seconds, and at once after a change.</summary>
    public async Task Refresh(CancellationToken stop) => _openings = [.. await store.Openings(clock.GetUtcNow(), stop)];
}
