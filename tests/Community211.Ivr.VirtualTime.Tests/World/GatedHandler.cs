using System.Globalization;
using Microsoft.AspNetCore.TestHost;

namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>The wire: a request waits at the gate, then reaches the server in process whose host name it has.</summary>
internal sealed class GatedHandler(Gate gate, int rank, Func<Uri, TestServer> server) : HttpMessageHandler
{
    private readonly Dictionary<string, HttpMessageInvoker> wires = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        await gate.Pass(rank, string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery} {body}"), cancellationToken);
        // A server in process cannot take an address that is to go out letter by letter.
        request.RequestUri = new Uri(request.RequestUri.AbsoluteUri);
        return await Wire(request.RequestUri).SendAsync(request, cancellationToken);
    }

    private HttpMessageInvoker Wire(Uri url)
    {
        lock (wires)
        {
            if (!wires.TryGetValue(url.Host, out var wire))
                wires[url.Host] = wire = new HttpMessageInvoker(server(url).CreateHandler(), disposeHandler: false);
            return wire;
        }
    }
}
