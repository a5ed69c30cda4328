using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>Cases of imminent risk that are open are told of again at each start: nobody may have closed the window and forgotten.</summary>
internal sealed partial class OpenRisksAtStart(IStore store, CallSignals signals, TimeProvider clock, ILogger<OpenRisksAtStart> log) : IHostedService
{
    private readonly ILogger _log = log;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await store.OpenRisks(cancellationToken);
        if (open.IsEmpty)
            return;
        Alert[] alerts = [.. open.SelectMany(r => r.Regions.Select(region => new Alert(AlertKind.RiskStillOpen, now, region, null, r.Call, r.At.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture))))];
        await store.Commit(new CommitUnit { Alerts = [.. alerts] }, cancellationToken);
        signals.WakeAlerts();
        LogOpen(_log, open.Length);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cases of imminent risk that nobody has closed: {Count}. Supervisors were told again.")]
    private static partial void LogOpen(ILogger log, int count);
}
