using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Sends a leg's webhooks as late, as often and in the order that faults ask for, and tells its story about each.</summary>
internal sealed class Hooks(TrunkTime time, WebhookSender sender, Ids ids, FaultBook faults)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(10);
    private static readonly HashSet<string> OnlyPosted = ["StirVerstat", "StirPassportToken", "CallToken"];

    public TrunkTime Time => time;

    /// <summary>A request whose answer matters; the leg's clock is real while it is under way.</summary>
    public async Task<WebhookAnswer> Ask(Leg leg, string method, string url, Form form, Action? afterSending = null)
    {
        leg.Clock.EnterReal();
        try
        {
            var request = Request(leg, FaultOn.Webhook, method, url, form);
            var struck = Struck(leg, FaultOn.Webhook, request);
            await faults.Back();
            request = OnTheWay(leg, request, struck);
            if (struck.FirstOrDefault(rule => rule.What == FaultWhat.Reorder) is { } rule)
                await leg.HeldBack.UntilNext(time, rule.Length ?? LongestHold);
            var sending = Send(leg, request, null);
            foreach (var _ in struck.Where(one => one.What == FaultWhat.Duplicate))
                Forget(Send(leg, request, "the answer of a duplicate is ignored"));
            afterSending?.Invoke();
            return await sending;
        }
        finally
        {
            leg.Clock.LeaveReal();
            leg.HeldBack.Overtaken();
        }
    }

    /// <summary>A request whose answer is ignored: status callbacks and the like.</summary>
    /// <param name="leg">Whose.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="url">Absolute.</param>
    /// <param name="form">All fields.</param>
    /// <param name="before">The report that this one follows in order; its lateness begins now.</param>
    public async Task Report(Leg leg, string method, string url, Form form, Task? before = null)
    {
        var request = Request(leg, FaultOn.Status, method, url, form);
        var struck = Struck(leg, FaultOn.Status, request);
        await Late(struck);
        if (before is not null)
            await before;
        if (struck.FirstOrDefault(rule => rule.What == FaultWhat.Reorder) is { } rule)
            leg.HeldBack.Under(Overtaken(leg, request, struck, rule.Length ?? LongestHold));
        else
            await Deliver(leg, request, struck);
    }

    /// <summary>A report that belongs to no call, such as a message's.</summary>
    public async Task Report(string method, string url, Form form, string token, TrunkLog log)
    {
        await faults.Back();
        var request = new WebhookRequest(method, url, form, token) { IdempotencyToken = ids.NextUuid(0) };
        var fields = new JsonObject();
        foreach (var (name, value) in form)
            fields[name] = value;
        await sender.Send(request, new System.Net.CookieContainer(), exchange => log.Tell(
            null,
            time.Now,
            "webhook",
            ("method", method),
            ("url", Shown(url)),
            ("status", exchange.Answer.Status),
            ("ms", Math.Round(exchange.Answer.Milliseconds, 1)),
            ("attempt", exchange.Attempt),
            ("code", exchange.Answer.ErrorCode),
            ("form", fields.DeepClone()),
            ("note", exchange.Answer.Error ?? exchange.Note ?? "status")));
    }

    private async Task Overtaken(Leg leg, WebhookRequest request, IReadOnlyList<FaultRule> struck, TimeSpan most)
    {
        await leg.HeldBack.UntilNext(time, most);
        await Deliver(leg, request, struck);
    }

    private async Task Deliver(Leg leg, WebhookRequest request, IReadOnlyList<FaultRule> struck)
    {
        await Warned(leg, request, Send(leg, request, "status"));
        foreach (var _ in struck.Where(rule => rule.What == FaultWhat.Duplicate))
            await Warned(leg, request, Send(leg, request, "status, sent again"));
        leg.HeldBack.Overtaken();
    }

    // "15003: got an HTTP warning in response to the callback URL … 4xx or 5xx"
    private static async Task Warned(Leg leg, WebhookRequest request, Task<WebhookAnswer> sending)
    {
        var answer = await sending;
        if (answer.ErrorCode is { } code)
            leg.Story.Warn(code, $"The callback to {Signature.Bare(request.Url)} failed: {answer.Error}");
        else if (answer.Status >= 400)
            leg.Story.Warn(15003, $"The callback to {Signature.Bare(request.Url)} was answered {answer.Status}: 204 is expected, or 200 with an empty document.");
    }

    private IReadOnlyList<FaultRule> Struck(Leg leg, FaultOn on, WebhookRequest request) => faults.Strike(
        leg, FaultMoment.OfWebhook(on, leg, request), static what => what is FaultWhat.Delay or FaultWhat.Duplicate or FaultWhat.Reorder);

    /// <summary>A request whose answer matters is late on the wire, where it is waited for no longer than the URL's patience lasts.</summary>
    private WebhookRequest OnTheWay(Leg leg, WebhookRequest request, IReadOnlyList<FaultRule> struck)
    {
        var moment = FaultMoment.OfWebhook(FaultOn.Webhook, leg, request);
        return request with
        {
            Late = attempt => Sum(attempt == 1 ? struck : faults.Strike(leg, moment, static what => what is FaultWhat.Delay)),
            Stray = leg.HeldBack.Under,
        };
    }

    private static TimeSpan Sum(IReadOnlyList<FaultRule> struck) =>
        TimeSpan.FromSeconds(struck.Where(rule => rule.What == FaultWhat.Delay).Sum(rule => rule.Seconds!.Value));

    /// <summary>While the carrier is away nothing is sent; a report that a fault delays is sent that much later.</summary>
    private async Task Late(IReadOnlyList<FaultRule> struck)
    {
        foreach (var rule in struck)
        {
            if (rule.What == FaultWhat.Delay)
                await time.Delay(rule.Length!.Value);
        }
        await faults.Back();
    }

    private WebhookRequest Request(Leg leg, FaultOn on, string method, string url, Form form)
    {
        var get = method.Equals("GET", StringComparison.OrdinalIgnoreCase);
        var request = new WebhookRequest(method, url, get ? new Form(form.Where(field => !OnlyPosted.Contains(field.Key))) : form, leg.AuthToken)
        {
            IdempotencyToken = ids.NextUuid(0),
        };
        var moment = FaultMoment.OfWebhook(on, leg, request);
        return request with
        {
            Strike = _ => faults.Strike(leg, moment, static what => what is not (FaultWhat.Delay or FaultWhat.Duplicate or FaultWhat.Reorder), onlyOne: true) is [var struck, ..] ? struck : null,
        };
    }

    private Task<WebhookAnswer> Send(Leg leg, WebhookRequest request, string? note)
    {
        var overrides = ConnectionOverrides.Of(request.Url);
        foreach (var problem in overrides.Problems)
            leg.Story.Warn(11243, $"The connection override {problem}; the defaults hold.");
        foreach (var wish in overrides.NotSimulated)
            leg.Story.Warn(12200, $"not simulated: connection override {wish}.");
        return sender.Send(request, leg.Cookies, exchange => Tell(leg, exchange, note));
    }

    private static void Forget(Task sending) => _ = sending;

    private static void Tell(Leg leg, WireExchange exchange, string? note)
    {
        var (request, answer) = (exchange.Request, exchange.Answer);
        var fields = new JsonObject();
        foreach (var group in request.Form.GroupBy(field => field.Key, StringComparer.Ordinal))
            fields[group.Key] = group.Count() == 1 ? group.First().Value : new JsonArray([.. group.Select(field => (JsonNode)field.Value)]);
        leg.Story.Tell(
            "webhook",
            ("method", request.Method),
            ("url", Shown(request.Url)),
            ("status", answer.Status),
            ("ms", Math.Round(answer.Milliseconds, 1)),
            ("attempt", exchange.Attempt),
            ("code", answer.ErrorCode),
            ("form", fields),
            ("twiml", note is null ? answer.Text : null),
            ("note", answer.Error ?? exchange.Note ?? note));
    }

    // Passwords stay out of logs; the fragment explains how often it was tried.
    private static string Shown(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? Signature.Bare(url) + url[at..] : Signature.Bare(url);
}
