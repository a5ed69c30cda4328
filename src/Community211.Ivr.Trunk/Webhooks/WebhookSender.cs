using System.Net;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>
/// Sends a webhook to its end: retries as its URL asks for, redirects, credentials, answers kept from before. All within
/// 15 seconds, or what the URL gives.
/// </summary>
internal sealed class WebhookSender(HttpMessageHandler handler, TrunkTime time, bool oneAtATime) : IDisposable
{
    private const int MaxHops = 10;
    private readonly Wire wire = new(handler, time, oneAtATime);

    public SignPort SignPort
    {
        get => wire.SignPort;
        set => wire.SignPort = value;
    }

    /// <param name="request">What to send.</param>
    /// <param name="cookies">Those of the call; what the service sets is added.</param>
    /// <param name="tell">Hears of each exchange on the wire as soon as it is over.</param>
    public async Task<WebhookAnswer> Send(WebhookRequest request, CookieContainer cookies, Action<WireExchange>? tell = null)
    {
        var overrides = ConnectionOverrides.Of(request.Url);
        var started = time.Clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var one = new Attempt(attempt, overrides, cookies, tell, () => overrides.Total - time.Clock.GetElapsedTime(started));
            var answer = await Follow(request, one);
            if (attempt > overrides.Retries || !overrides.TriesAgain(answer) || one.Left() <= TimeSpan.Zero)
                return answer with { Milliseconds = time.Clock.GetElapsedTime(started).TotalMilliseconds };
        }
    }

    public void Dispose() => wire.Dispose();

    private async Task<WebhookAnswer> Follow(WebhookRequest request, Attempt one)
    {
        string? authorization = null;
        for (var hop = 0; hop <= MaxHops;)
        {
            var first = hop == 0 && authorization is null;
            var fault = first ? request.Strike(one.Number) : null;
            var late = first ? request.Late(one.Number) : TimeSpan.Zero;
            var answer = await Exchange(request, one, authorization, fault, late);
            if (authorization is null && Credentials.Answering(answer, request) is { } known)
            {
                one.Told(request, answer, "the carrier answers with the URL's credentials");
                authorization = known;
                continue;
            }
            if (wire.Cache.NotModified(request, answer) is { } kept)
            {
                one.Told(request, answer, "not modified: the answer from before is used");
                return kept with { Url = request.Url };
            }
            if (!Redirects.Is(answer))
            {
                one.Told(request, answer, Credentials.NotSimulated(answer, request));
                return answer;
            }
            var next = Redirects.Next(request, answer);
            one.Told(request, answer, next is null ? null : "redirected to " + Signature.Bare(next.Url));
            if (next is null)
                return WebhookAnswer.Failed(request, 11216, "A redirect that leads nowhere: Location is an absolute or relative http URL.");
            (request, authorization, hop) = (next, null, hop + 1);
        }
        return WebhookAnswer.Failed(request, 11215, "More than 10 redirects.");
    }

    private async Task<WebhookAnswer> Exchange(WebhookRequest request, Attempt one, string? authorization, FaultRule? fault, TimeSpan late)
    {
        switch (fault?.What)
        {
            case FaultWhat.DropRequest:
                var connect = fault.Length ?? one.Overrides.Connect;
                return await Silence(connect, one, WebhookAnswer.Failed(request, 11205, "No connection: the request was lost on the way (fault).", WireFailure.Connect));
            case FaultWhat.Reset:
                return WebhookAnswer.Failed(request, 11205, "The connection was reset (fault).", WireFailure.Connect);
            case FaultWhat.Status:
                return new WebhookAnswer(fault.Status ?? 503, null, [], request.Url, 0);
        }
        if (late >= one.Patience)
            return await GivenUp(request, one, authorization, late);
        if (late > TimeSpan.Zero)
            await time.Delay(late);
        var answer = await wire.Exchange(request, one.Cookies, one.Overrides, one.Left(), authorization, late);
        answer = answer with { Milliseconds = answer.Milliseconds + late.TotalMilliseconds };
        switch (fault?.What)
        {
            case FaultWhat.DropResponse:
                var left = (fault.Length ?? one.Overrides.Read) - TimeSpan.FromMilliseconds(answer.Milliseconds);
                return await Silence(left, one, WebhookAnswer.Failed(request, 11205, $"The service answered {answer.Status}, and the answer was lost (fault).", WireFailure.Read));
            case FaultWhat.StatusAfter:
                return new WebhookAnswer(fault.Status ?? 503, null, [], request.Url, answer.Milliseconds);
        }
        one.KeepCookies(request, answer);
        wire.Cache.Keep(request, answer);
        return answer;
    }

    // "Total of 15 s is hard for all call-related requests": what is longer on its way arrives when nobody waits for the answer.
    private async Task<WebhookAnswer> GivenUp(WebhookRequest request, Attempt one, string? authorization, TimeSpan late)
    {
        request.Stray(Arrive(request, one, authorization, late));
        var patience = one.Patience;
        var why = $"No answer within {patience.TotalSeconds:0.###} seconds: the request takes {late.TotalSeconds:0.###} (fault).";
        return await Silence(one.Overrides.Read, one, WebhookAnswer.Failed(request, 11205, why, WireFailure.Read));
    }

    private async Task Arrive(WebhookRequest request, Attempt one, string? authorization, TimeSpan late)
    {
        await time.Delay(late);
        var answer = await wire.Exchange(request, new CookieContainer(), one.Overrides, one.Overrides.Total, authorization);
        one.Told(request, answer, "arrived late: the carrier had given up, the answer is ignored");
    }

    /// <summary>Nothing comes for that long, or until the total is over.</summary>
    private async Task<WebhookAnswer> Silence(TimeSpan length, Attempt one, WebhookAnswer then)
    {
        var started = time.Clock.GetTimestamp();
        var (left, over) = (one.Left(), one.Left() < length);
        if ((over ? left : length) is { Ticks: > 0 } wait)
            await time.Delay(wait);
        return then with { Milliseconds = time.Clock.GetElapsedTime(started).TotalMilliseconds, ErrorCode = over ? 11203 : then.ErrorCode };
    }
}
