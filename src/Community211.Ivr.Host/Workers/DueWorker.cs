using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Work;

namespace Community211.Ivr.Host.Workers;

/// <summary>Fires timers.</summary>
internal sealed class DueWorker(DueTimers timers, CallSignals signals, IWorkerTurns turns, TimeProvider clock, ILogger<DueWorker> log) : WakingWorker(signals.Due, turns, clock, log)
{
    protected override Task<DateTimeOffset?> RunOnce(CancellationToken stop) => timers.RunOnce(stop);
}
