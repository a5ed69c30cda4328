using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Community211.Ivr.EndToEnd.Tests.Doctor;

/// <summary>Listens where the carrier is told to ask, and keeps the first request byte for byte.</summary>
internal sealed class CapturedWebhook : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public CapturedWebhook() => _listener.Start();

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The request; it is answered with a document that hangs up.</summary>
    public async Task<byte[]> Request(CancellationToken stop)
    {
        using var client = await _listener.AcceptTcpClientAsync(stop);
        await using var stream = client.GetStream();
        var bytes = new List<byte>();
        var buffer = new byte[8192];
        while (!IsWhole(bytes))
        {
            var read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
                break;
            bytes.AddRange(buffer[..read]);
        }
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 32\r\nConnection: close\r\n\r\n<Response><Hangup/></Response>\r\n"u8.ToArray(), stop);
        return [.. bytes];
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsWhole(List<byte> bytes)
    {
        var text = Encoding.Latin1.GetString([.. bytes]);
        if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is not (>= 0 and var end))
            return false;
        var length = text[..end].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1].Trim();
        return length is null || bytes.Count >= end + 4 + int.Parse(length, CultureInfo.InvariantCulture);
    }
}
