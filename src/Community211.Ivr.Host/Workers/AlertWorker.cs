using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Staff;

namespace Community211.Ivr.Host.Workers;

/// <summary>Logs what supervisors are told, as a warning.</summary>
internal sealed partial class AlertWorker(IStore store, CallSignals signals, IWorkerTurns turns, TimeProvider clock, ILogger<AlertWorker> log) : WakingWorker(signals.Alerts, turns, clock, log)
{
    private const int Most = 100;
    private readonly ILogger _log = log;
    private long? _told;

    protected override async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        // Those of an earlier run were logged then.
        _told ??= (await store.Alerts(null, 0, 1, stop)).FirstOrDefault()?.Id ?? 0;
        var last = "";
        foreach (var alert in (await store.Alerts(null, _told.Value, Most, stop)).Reverse())
        {
            // What several regions are told is one line.
            var sentence = AlertView.Sentence(alert.Alert);
            if (sentence != last)
                LogAlert(_log, sentence);
            (last, _told) = (sentence, alert.Id);
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Alert}")]
    private static partial void LogAlert(ILogger log, string alert);
}
