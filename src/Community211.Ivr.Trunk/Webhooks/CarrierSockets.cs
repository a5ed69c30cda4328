using System.Net;
using System.Net.Sockets;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>The carrier's way out: nothing is followed, remembered or added by itself, and each request has its own connect limit.</summary>
internal static class CarrierSockets
{
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = Connect,
        // The carrier sends no traceparent.
        ActivityHeadersPropagator = null,
        SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, chain, errors) => CertificateRefused.Check(certificate, chain, errors) },
    };

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken token)
    {
        context.InitialRequestMessage.Options.TryGetValue(ConnectLimit.Key, out var limit);
        limit?.Connecting();
        using var patience = limit is null ? new CancellationTokenSource() : new CancellationTokenSource(limit.Connect, limit.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, patience.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, either.Token);
            limit?.Connected();
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"No connection within {limit?.Connect.TotalMilliseconds} ms.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
