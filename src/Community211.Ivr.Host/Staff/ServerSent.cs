using System.Text;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Staff;

/// <summary>A stream of server-sent events: looks whenever something changes on the floor, until whoever listens goes or the service ends.</summary>
internal sealed class ServerSent(CallSignals signals, IHostApplicationLifetime life, TimeProvider clock)
{
    /// <summary>A sign of life, so that whoever stands between does not close a quiet stream; and the latest that another node's change is seen.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    /// <param name="http">Where to write.</param>
    /// <param name="news">Events that are new since the last look, as text; empty when nothing is.</param>
    public async Task Stream(HttpContext http, Func<CancellationToken, Task<string>> news)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var change = signals.NextChange;
                var text = await news(either.Token);
                await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.Length == 0 ? ":\n\n" : text), either.Token);
                await http.Response.Body.FlushAsync(either.Token);
                await Task.WhenAny(change, Task.Delay(Pulse, clock, either.Token));
                either.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever listened has gone, or the service ends.
        }
    }
}
