using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Signs agents in and out as the live places say, until everybody who had to finish something has; and again each day.</summary>
internal sealed class FloorFollower(IStore store, Settings settings, CallSignals signals, TimeProvider clock) : IFlowFollower
{
    private (string Revision, DateOnly Day)? _settled;

    public async Task Follow(LiveFlow live, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wanted = (live.Set.Revision, live.Set.Places.DayOf(now));
        if (_settled == wanted)
            return;
        if (await Floors.SignIn(store, new PlacesSource(live.Set, now, settings.Agents.SignIn), stop))
            _settled = wanted;
        signals.WakeFloor();
    }
}
