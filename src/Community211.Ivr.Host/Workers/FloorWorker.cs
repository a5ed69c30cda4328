using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Work;

namespace Community211.Ivr.Host.Workers;

/// <summary>Offers callers to agents.</summary>
internal sealed class FloorWorker(Matching matching, CallSignals signals, IWorkerTurns turns, TimeProvider clock, ILogger<FloorWorker> log) : WakingWorker(signals.Floor, turns, clock, log)
{
    protected override Task<DateTimeOffset?> RunOnce(CancellationToken stop) => matching.RunOnce(stop);
}
