using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>One signed request on the wire and its answer; in virtual time one after the other.</summary>
internal sealed class Wire(HttpMessageHandler handler, TrunkTime time, bool oneAtATime) : IDisposable
{
    // A document may have 64 kB: one byte more is enough to know that it is too long.
    private const int MostBytes = (64 * 1024) + 1;
    private readonly HttpMessageInvoker http = new(handler);
    private Signal? last;

    public SignPort SignPort { get; set; }

    public AnswerCache Cache { get; } = new();

    public async Task<WebhookAnswer> Exchange(WebhookRequest request, CookieContainer cookies, ConnectionOverrides overrides, TimeSpan left, string? authorization, TimeSpan late = default)
    {
        if (!Uri.TryCreate(request.WireUrl, AsWritten(request.WireUrl), out var uri) || uri.Scheme is not ("http" or "https"))
            return WebhookAnswer.Failed(request, 11100, $"'{Signature.Bare(request.Url)}' is no absolute http URL.");
        if (uri.Host.Contains('_', StringComparison.Ordinal))
            return WebhookAnswer.Failed(request, 11210, $"'{uri.Host}': the carrier reaches no host with an underscore in its name.");
        using var busy = time.Busy();
        var (before, mine) = (last, new Signal());
        last = mine;
        if (oneAtATime && before is not null)
            await before.Wait(CancellationToken.None);
        var started = time.Clock.GetTimestamp();
        using var limit = new ConnectLimit(overrides, left, late, time.Clock);
        try
        {
            using var message = Message(request, uri, cookies, authorization);
            message.Options.Set(ConnectLimit.Key, limit);
            return await Send(request, message, limit.Token) with { Milliseconds = time.Clock.GetElapsedTime(started).TotalMilliseconds };
        }
        catch (Exception failure)
        {
            // Whatever a service sends, the carrier has a code for it.
            var answer = failure is OperationCanceledException
                ? WebhookAnswer.Failed(request, limit.Code, limit.Code == 11203 ? "The time for all attempts is over." : $"No answer within {overrides.Read.TotalSeconds:0.###} seconds.", WireFailure.Read)
                : WireErrors.Of(request, failure);
            return answer with { Milliseconds = time.Clock.GetElapsedTime(started).TotalMilliseconds };
        }
        finally
        {
            mine.Set();
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>What is signed is what goes over the wire: %c3 stays %c3. Only what no request line can hold is escaped.</summary>
    private static UriCreationOptions AsWritten(string url) => new() { DangerousDisablePathAndQueryCanonicalization = url.All(letter => letter is > ' ' and <= '~') };

    private async Task<WebhookAnswer> Send(WebhookRequest request, HttpRequestMessage message, CancellationToken token)
    {
        using var response = await http.SendAsync(message, token);
        var body = await Body(response.Content, token);
        return new WebhookAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? Raw(response.Content.Headers), body, request.Url, 0)
        {
            Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            Cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [],
        };
    }

    private static string? Raw(HttpContentHeaders headers) => headers.TryGetValues("Content-Type", out var values) ? string.Join(", ", values) : null;

    private static async Task<byte[]> Body(HttpContent content, CancellationToken token)
    {
        await using var stream = await content.ReadAsStreamAsync(token);
        var buffer = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, token);
        return buffer[..length];
    }

    private HttpRequestMessage Message(WebhookRequest request, Uri uri, CookieContainer cookies, string? authorization)
    {
        var signed = request.IsGet || request.Json is not null ? [] : request.Form;
        var message = new HttpRequestMessage(new HttpMethod(request.Method.ToUpperInvariant()), uri);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        headers.TryAddWithoutValidation("Accept", "*/*");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        headers.TryAddWithoutValidation("X-Twilio-Signature", Signature.Of(request.Token, request.WireUrl, signed, SignPort));
        headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", request.IdempotencyToken);
        headers.TryAddWithoutValidation("X-Home-Region", "us1");
        if (authorization is not null)
            headers.TryAddWithoutValidation("Authorization", authorization);
        if (cookies.GetCookieHeader(uri) is { Length: > 0 } cookie)
            headers.TryAddWithoutValidation("Cookie", cookie);
        Cache.Ask(request, headers);
        foreach (var (name, value) in request.Headers)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
        if (!request.IsGet)
        {
            message.Content = new ByteArrayContent(request.Json ?? Encoding.UTF8.GetBytes(request.Form.Encoded()));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Json is null ? request.ContentType : "application/json");
        }
        return message;
    }
}
