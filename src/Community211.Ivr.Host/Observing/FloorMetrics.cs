using System.Diagnostics.Metrics;
using System.Globalization;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Observing;

/// <summary>The floor as gauges: looked at when somebody asks for <c>/metrics</c>, and absent while it cannot be seen.</summary>
internal sealed partial class FloorMetrics : IDisposable
{
    private readonly Meter _meter = new(FlowMetrics.MeterName);
    private readonly LiveLook _look;
    private readonly ILogger _log;
    private volatile LiveFigures? _seen;

    public FloorMetrics(LiveLook look, ILogger<FloorMetrics> log)
    {
        (_look, _log) = (look, log);
        _meter.CreateObservableGauge("ivr_floor_seen", () => _seen is null ? 0 : 1, description: "1 when the floor could be read for this answer, 0 when the store failed.");
        Gauge("ivr_callers_waiting", Waiting, "Callers in line, by their region and priority.");
        Gauge("ivr_longest_wait_seconds", live => live.Regions.Select(r => Of(r.LongestSeconds, ("region", r.Of))), "How long the longest caller has been in line; 0 when nobody is.");
        Gauge("ivr_foreseen_wait_seconds", live => live.Regions.Where(r => r.ForeseenSeconds is not null).Select(r => Of(r.ForeseenSeconds!.Value, ("region", r.Of))), "How long the last in line is foreseen to wait from now.");
        Gauge("ivr_agents", Agents, "Agents by region and phase; who is off is not counted.");
        Gauge("ivr_service_level_ratio", Levels, "Answered within the time, of all answered or abandoned but for short abandons, 0 to 1; by region and for the province.");
        Gauge("ivr_crisis_service_level_ratio", Crisis, "As ivr_service_level_ratio, of callers in crisis alone.");
    }

    /// <summary>Looks at the floor for the answer that is being made.</summary>
    public async Task Look(CancellationToken stop)
    {
        try
        {
            _seen = await _look.Now(stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            LogUnseen(_log, problem);
            _seen = null;
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Gauge(string name, Func<LiveFigures, IEnumerable<Measurement<double>>> values, string what) =>
        _meter.CreateObservableGauge(name, () => _seen is { } live ? values(live) : [], description: what);

    private static IEnumerable<Measurement<double>> Waiting(LiveFigures live) => live.Regions.SelectMany(r => (Measurement<double>[])
    [
        Of(r.Waiting - r.Urgent - r.Crisis, ("region", r.Of), ("priority", "general")), Of(r.Urgent, ("region", r.Of), ("priority", "urgent")), Of(r.Crisis, ("region", r.Of), ("priority", "crisis")),
    ]);

    private static IEnumerable<Measurement<double>> Agents(LiveFigures live) => live.Regions.SkipLast(1).SelectMany(r =>
        ((string, int)[])[("idle", r.Idle), ("offered", r.Offered), ("talking", r.Talking), ("wrap-up", r.WrapUp), ("away", r.Away)],
        (r, phase) => Of(phase.Item2, ("region", r.Of), ("phase", phase.Item1)));

    private static IEnumerable<Measurement<double>> Levels(LiveFigures live) => Shares(live, span => span.Figure.Levels);

    private static IEnumerable<Measurement<double>> Crisis(LiveFigures live) => Shares(live, span => span.Crisis);

    private static IEnumerable<Measurement<double>> Shares(LiveFigures live, Func<LiveSpan, IEnumerable<ServiceLevel>> levels) =>
        from line in live.Regions.Append(live.Province)
        from span in ((string Name, LiveSpan Span)[])[("half-hour", line.HalfHour), ("today", line.Today)]
        from level in levels(span.Span)
        where level.Share is not null
        select Of(level.Share!.Value, ("region", line.Of), ("span", span.Name), ("within", level.Within.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)));

    private static Measurement<double> Of(double value, params (string Name, string Value)[] labels) =>
        new(value, labels.Select(l => new KeyValuePair<string, object?>(l.Name, l.Value)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor could not be read for /metrics.")]
    private static partial void LogUnseen(ILogger log, Exception problem);
}
