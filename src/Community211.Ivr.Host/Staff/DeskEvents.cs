using System.Text;
using System.Text.Json;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Staff;

/// <summary>Server-sent events: a desk hears of each change of its agent's state and offer, at once and as a whole, so that it need not ask.</summary>
internal sealed class DeskEvents(Desks desks, CallSignals signals, IHostApplicationLifetime life, TimeProvider clock)
{
    /// <summary>A sign of life, so that whoever stands between does not close a quiet stream; and the latest that another node's change is seen.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    public async Task Stream(HttpContext http, string agent)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        string? told = null;
        try
        {
            while (true)
            {
                var change = signals.NextChange;
                if (await desks.Of(agent, either.Token) is { } desk && Shown(desk) is var shown && shown != told)
                {
                    told = shown;
                    await Write(http, $"id: {desk.Version}\nevent: desk\ndata: {JsonSerializer.Serialize(desk, CallJson.Options)}\n\n", either.Token);
                }
                else
                {
                    await Write(http, ":\n\n", either.Token);
                }
                await Task.WhenAny(change, Task.Delay(Pulse, clock, either.Token));
                either.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // The desk has gone, or the service ends.
        }
    }

    /// <summary>What a change is: times that only pass are none.</summary>
    private static string Shown(DeskView desk) => $"{desk.Version} {desk.State} {desk.Offer?.Id} {desk.Offer?.Accepted} {desk.Call}";

    private static async Task Write(HttpContext http, string text, CancellationToken stop)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await http.Response.Body.FlushAsync(stop);
    }
}
