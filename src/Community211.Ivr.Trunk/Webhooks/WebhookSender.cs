using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Signs and sends; follows redirects; retries once at once when the connection failed, and nothing else.</summary>
internal sealed class WebhookSender(HttpMessageHandler handler, TrunkTime time, bool oneAtATime) : IDisposable
{
    private const int MaxHops = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private readonly HttpMessageInvoker http = new(handler);
    private Signal? last;

    public async Task<WebhookAnswer> Send(WebhookRequest request, CookieContainer cookies)
    {
        using var busy = time.Busy();
        var (before, mine) = (last, new Signal());
        last = mine;
        if (oneAtATime && before is not null)
            await before.Wait(CancellationToken.None);
        try
        {
            return await SendNow(request, cookies);
        }
        finally
        {
            mine.Set();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<WebhookAnswer> SendNow(WebhookRequest request, CookieContainer cookies)
    {
        using var limit = new CancellationTokenSource(Limit, time.Clock);
        var started = time.Clock.GetTimestamp();
        WebhookAnswer answer;
        try
        {
            answer = await SendWithRetry(request, cookies, limit.Token);
        }
        catch (HttpRequestException failure)
        {
            var code = failure.HttpRequestError switch
            {
                HttpRequestError.ConnectionError or HttpRequestError.Unknown => 11205,
                HttpRequestError.NameResolutionError => 11210,
                HttpRequestError.SecureConnectionError => 11220,
                _ => 11206,
            };
            answer = Failed(request, code, failure.Message);
        }
        catch (OperationCanceledException)
        {
            answer = Failed(request, 11205, "No answer within 15 seconds.");
        }
        catch (IOException failure)
        {
            answer = Failed(request, 11206, failure.Message);
        }
        catch (UriFormatException failure)
        {
            answer = Failed(request, 11100, failure.Message);
        }
        return answer with { Milliseconds = time.Clock.GetElapsedTime(started).TotalMilliseconds };
    }

    private static WebhookAnswer Failed(WebhookRequest request, int code, string why) =>
        new(0, null, [], request.Url, 0) { ErrorCode = code, Error = why };

    private async Task<WebhookAnswer> SendWithRetry(WebhookRequest request, CookieContainer cookies, CancellationToken token)
    {
        try
        {
            return await Follow(request, cookies, token);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return await Follow(request, cookies, token);
        }
    }

    private async Task<WebhookAnswer> Follow(WebhookRequest request, CookieContainer cookies, CancellationToken token)
    {
        for (var hop = 0; hop <= MaxHops; hop++)
        {
            if (!Uri.TryCreate(request.WireUrl, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith("http", StringComparison.Ordinal))
                return Failed(request, 11100, $"'{request.Url}' is no absolute http URL.");
            using var message = Message(request, uri, cookies);
            using var response = await http.SendAsync(message, token);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                Keep(cookies, uri, cookie);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                if (response.Headers.Location is not { } location)
                    return Failed(request, 11216, "A redirect without Location.");
                request = Next(request, (int)response.StatusCode, new Uri(uri, location));
                continue;
            }
            var body = await response.Content.ReadAsByteArrayAsync(token);
            return new WebhookAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body, request.Url, 0)
            {
                Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
                    header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            };
        }
        return Failed(request, 11215, "More than 10 redirects.");
    }

    private static void Keep(CookieContainer cookies, Uri uri, string cookie)
    {
        try
        {
            cookies.SetCookies(uri, cookie);
        }
        catch (CookieException)
        {
            // Not a cookie: as good as none.
        }
    }

    // "on 3xx of a Gather action Digits are lost"
    private static WebhookRequest Next(WebhookRequest request, int status, Uri location) => request with
    {
        Url = location.OriginalString,
        Method = status is 307 or 308 ? request.Method : "GET",
        Form = new Form(request.Form.Where(field => field.Key is not ("Digits" or "SpeechResult"))),
    };

    private static HttpRequestMessage Message(WebhookRequest request, Uri uri, CookieContainer cookies)
    {
        var signed = request.IsGet ? [] : request.Form;
        var message = new HttpRequestMessage(new HttpMethod(request.Method.ToUpperInvariant()), uri);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        headers.TryAddWithoutValidation("Accept", "*/*");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        headers.TryAddWithoutValidation("X-Twilio-Signature", Signature.Of(request.Token, request.WireUrl, signed));
        headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", request.IdempotencyToken);
        headers.TryAddWithoutValidation("X-Home-Region", "us1");
        if (cookies.GetCookieHeader(uri) is { Length: > 0 } cookie)
            headers.TryAddWithoutValidation("Cookie", cookie);
        foreach (var (name, value) in request.Headers)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
        if (!request.IsGet)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Form.Encoded()));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=UTF-8");
        }
        return message;
    }
}
