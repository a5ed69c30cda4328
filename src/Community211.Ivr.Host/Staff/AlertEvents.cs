using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>A supervisor hears of each alert of the region, at once: those that come, not those that were.</summary>
internal sealed class AlertEvents(IStore store, ServerSent events)
{
    private const int Most = 100;

    public Task Stream(HttpContext http, string region)
    {
        long? told = null;
        return events.Stream(http, async stop =>
        {
            told ??= (await store.Alerts(region, 0, 1, stop)).FirstOrDefault()?.Id ?? 0;
            var alerts = (await store.Alerts(region, told.Value, Most, stop)).Reverse().ToList();
            if (alerts.Count > 0)
                told = alerts[^1].Id;
            return string.Concat(alerts.Select(a => $"id: {a.Id}\nevent: alert\ndata: {JsonSerializer.Serialize(AlertView.Tell(a), CallJson.Options)}\n\n"));
        });
    }
}
