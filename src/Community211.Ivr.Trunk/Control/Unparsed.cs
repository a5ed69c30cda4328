using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// What the server refuses before any of the trunk's code sees it (%00 in a path, headers without end, no HTTP at all) it answers
/// with nothing. Here a sentence goes first; the empty answer that follows it on a connection that closes is read by nobody.
/// </summary>
internal sealed class Unparsed : IObserver<KeyValuePair<string, object?>>
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";
    private static readonly byte[] Answer = Of("The request cannot be read: it is no HTTP, or its path has %00 or something else that no path can have.");

    public static void Watch(DiagnosticListener listener) => listener.Subscribe(new Unparsed(), static (name, _, _) => name == Refused);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not IFeatureCollection features || features.Get<IHttpResponseFeature>()?.HasStarted != false)
            return;
        if (features.Get<IConnectionTransportFeature>()?.Transport.Output is not { } output)
            return;
        Answer.CopyTo(output.GetSpan(Answer.Length));
        output.Advance(Answer.Length);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static byte[] Of(string sentence)
    {
        var body = JsonSerializer.Serialize(new { error = sentence }, Json.Relaxed);
        return Encoding.UTF8.GetBytes(
            $"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
    }
}
