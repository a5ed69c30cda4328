using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host;

/// <summary>Before anything else: a flow is live, and what follows from it is done.</summary>
internal sealed class Startup(FlowStart start, FlowSwitch live, OpenCalendars calendars, FlowMetrics metrics, IStore store) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await start.Begin(cancellationToken);
        metrics.Found(await store.LastRefusal(cancellationToken));
        await calendars.Refresh(cancellationToken);
        await live.Look(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
