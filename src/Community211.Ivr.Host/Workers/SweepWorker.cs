using System.Threading.Channels;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Workers;

/// <summary>Compares the carrier's side with ours: at start, when the carrier can be reached again, and every half minute (<c>Calls:SweepSeconds</c>).</summary>
internal sealed class SweepWorker : WakingWorker
{
    private static readonly TimeSpan ToConfirm = TimeSpan.FromSeconds(3);

    private readonly Sweep _sweep;
    private readonly ICarrier _carrier;
    private readonly IFlowSets _flows;
    private readonly TimeSpan _every;
    private string? _prepared;

    public SweepWorker(Sweep sweep, ICarrier carrier, IFlowSets flows, CallRules rules, ICarrierHealth health, IWorkerTurns turns, TimeProvider clock, ILogger<SweepWorker> log)
        : this(sweep, carrier, flows, rules, health, turns, clock, log, Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }))
    {
    }

    private SweepWorker(Sweep sweep, ICarrier carrier, IFlowSets flows, CallRules rules, ICarrierHealth health, IWorkerTurns turns, TimeProvider clock, ILogger<SweepWorker> log, Channel<bool> wake)
        : base(wake.Reader, turns, clock, log)
    {
        (_sweep, _carrier, _flows, _every) = (sweep, carrier, flows, rules.Sweep);
        health.Changed += (_, _) =>
        {
            if (!health.Open)
                wake.Writer.TryWrite(true);
        };
    }

    protected override async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        var live = _flows.Live;
        if (_prepared != live.Revision && await _carrier.Prepare([.. live.Places.Regions.Keys.Order(StringComparer.Ordinal), live.Places.Pool.Id], stop))
            _prepared = live.Revision;
        return Clock.GetUtcNow() + (await _sweep.RunOnce(stop) > 0 ? ToConfirm : _every);
    }
}
