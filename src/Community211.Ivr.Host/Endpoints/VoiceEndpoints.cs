using System.Buffers;
using System.Text;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Observing;
using Microsoft.AspNetCore.Http.Features;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The carrier's webhooks over HTTP: read, checked, answered.</summary>
internal static partial class VoiceEndpoints
{
    private const int MostBytes = 65_536;

    public static void MapVoice(this IEndpointRouteBuilder app)
    {
        foreach (var route in Enum.GetValues<Route>())
            app.Map(Urls.PathOf(route), async (HttpContext http, VoiceDoor door, SignatureCheck signature, SpokenNumbers numbers, Settings settings, CallMetrics metrics, TimeProvider clock, ILogger<VoiceDoor> log) =>
            {
                var began = clock.GetTimestamp();
                await Serve(route, http, door, signature, numbers, settings, log);
                metrics.Webhook(Urls.PathOf(route), http.Response.StatusCode, clock.GetElapsedTime(began));
            });
    }

    private static async Task Serve(Route route, HttpContext http, VoiceDoor door, SignatureCheck signature, SpokenNumbers numbers, Settings settings, ILogger log)
    {
        try
        {
            var request = await Read(http);
            // What cannot be read is told as that, signed or not; nothing is done before the signature is checked.
            var webhook = WebhookReader.Read(route, request);
            if (!signature.Valid(request))
                throw new WebhookRejected(403, "The signature is missing or wrong. It covers Twilio:PublicBaseUrl and uses Twilio:AuthToken.");
            if (webhook.AccountSid != settings.Twilio.AccountSid)
                throw new WebhookRejected(403, "The request is for another account than Twilio:AccountSid.");
            var twiml = await door.Answer(route, webhook, http.RequestAborted);
            if (twiml is not null)
                twiml = await numbers.Fill(webhook.Call, twiml, http.RequestAborted);
            await (twiml is null ? Write(http, 503, "text/plain", "Not stored. Send it again.") : Write(http, 200, "text/xml", twiml));
        }
        catch (WebhookRejected rejected)
        {
            LogRejected(log, route, rejected.Status, rejected.Message);
            await Write(http, rejected.Status, "text/plain", rejected.Message);
        }
    }

    private static async Task<WebhookRequest> Read(HttpContext http)
    {
        var body = new ArrayBufferWriter<byte>();
        if (http.Request.ContentLength is null or > 0)
        {
            while (await http.Request.BodyReader.ReadAsync(http.RequestAborted) is var read)
            {
                foreach (var part in read.Buffer)
                    body.Write(part.Span);
                http.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (body.WrittenCount > MostBytes)
                    throw new WebhookRejected(413, $"The body is larger than {MostBytes} bytes.");
                if (read.IsCompleted)
                    break;
            }
        }
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new WebhookRequest(http.Request.Method, target, headers, body.WrittenMemory);
    }

    private static async Task Write(HttpContext http, int status, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{type}; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Route} refused with {Status}: {Reason}")]
    private static partial void LogRejected(ILogger log, Route route, int status, string reason);
}
