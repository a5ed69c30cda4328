using System.Diagnostics.Metrics;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Publishing;

/// <summary>What is live, as figures; served at <c>/metrics</c>.</summary>
internal sealed class FlowMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Community211.Ivr";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _published;
    private readonly Counter<long> _refused;
    private readonly FlowSets _flows;
    private readonly OpenCalendars _calendars;
    private readonly TimeProvider _clock;
    private Refusal? _last;

    public FlowMetrics(FlowSets flows, OpenCalendars calendars, TimeProvider clock)
    {
        (_flows, _calendars, _clock) = (flows, calendars, clock);
        _published = _meter.CreateCounter<long>("ivr_flow_publications", description: "Publications made by this process.");
        _refused = _meter.CreateCounter<long>("ivr_flow_refusals", description: "Publications that this process refused.");
        _published.Add(0);
        _refused.Add(0);
        _meter.CreateObservableGauge("ivr_flow_info", Info, description: "1, with the live flow revision and its publication.");
        _meter.CreateObservableGauge("ivr_flow_live_since_seconds", Since, description: "Unix time since which the live revision is live.");
        _meter.CreateObservableGauge("ivr_flow_last_refusal_timestamp_seconds", LastRefusal, description: "Unix time of the last refusal.");
        _meter.CreateObservableGauge("ivr_calendar_open", Calendars, description: "1 for each calendar that is open, 0 for the others; those that go by the caller's clock, by the province's.");
    }

    public void Published() => _published.Add(1);

    public void Refused(Refusal refusal)
    {
        _refused.Add(1);
        Found(refusal);
    }

    /// <summary>The last refusal, as the store has it.</summary>
    public void Found(Refusal? refusal) => Volatile.Write(ref _last, refusal);

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Info() => _flows.Now is { Publication: { } publication }
        ? [new(1, new("revision", publication.Revision), new("publication", publication.Number))]
        : [];

    private IEnumerable<Measurement<long>> Since() =>
        _flows.Now.Publication is { } publication ? [new(publication.At.ToUnixTimeSeconds())] : [];

    private IEnumerable<Measurement<long>> LastRefusal() =>
        Volatile.Read(ref _last) is { } refusal ? [new(refusal.At.ToUnixTimeSeconds())] : [];

    private IEnumerable<Measurement<long>> Calendars()
    {
        var (set, now) = (_flows.Live, _clock.GetUtcNow());
        var open = _calendars.OpenAt(now);
        return set.Calendars.Calendars.Keys
            .Select(id => new Measurement<long>(set.Calendars.IsOpen(id, now, set.Places.Zone, open) ? 1 : 0, new KeyValuePair<string, object?>("calendar", id)));
    }
}
