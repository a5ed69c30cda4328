using System.Threading.Channels;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Workers;

/// <summary>Looks every two seconds for what another node published or opened.</summary>
internal sealed class FlowWorker(FlowSwitch live, OpenCalendars calendars, IWorkerTurns turns, TimeProvider clock, ILogger<FlowWorker> log)
    : WakingWorker(Channel.CreateBounded<bool>(1).Reader, turns, clock, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        await calendars.Refresh(stop);
        await live.Look(stop);
        return Clock.GetUtcNow() + Every;
    }
}
