using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Sends a leg's webhooks, tells its story about them, and duplicates them where a fault asks for it.</summary>
internal sealed class Hooks(TrunkTime time, WebhookSender sender, Ids ids)
{
    public TrunkTime Time => time;

    /// <summary>A request whose answer matters; the leg's clock is real while it is under way.</summary>
    public async Task<WebhookAnswer> Ask(Leg leg, string method, string url, Form form, Action? afterSending = null)
    {
        leg.Clock.EnterReal();
        try
        {
            var request = Request(leg, method, url, form);
            var sending = sender.Send(request, leg.Cookies);
            if (leg.Faults.Duplicates(url))
                _ = Tell(leg, request, sender.Send(request, leg.Cookies), "the answer of a duplicate is ignored");
            afterSending?.Invoke();
            return await Tell(leg, request, sending, null);
        }
        finally
        {
            leg.Clock.LeaveReal();
        }
    }

    /// <summary>A request whose answer is ignored: status callbacks and the like.</summary>
    public async Task Report(Leg leg, string method, string url, Form form)
    {
        if (leg.Faults.StatusDelay > 0)
            await time.Delay(TimeSpan.FromSeconds(leg.Faults.StatusDelay));
        var request = Request(leg, method, url, form);
        await Tell(leg, request, sender.Send(request, leg.Cookies), "status");
        if (leg.Faults.DuplicateStatus)
            await Tell(leg, request, sender.Send(request, leg.Cookies), "status, sent again");
    }

    /// <summary>A report that belongs to no call, such as a message's.</summary>
    public async Task Report(string method, string url, Form form, string token, TrunkLog log)
    {
        var request = new WebhookRequest(method, url, form, token) { IdempotencyToken = ids.NextUuid(0) };
        var answer = await sender.Send(request, new System.Net.CookieContainer());
        var fields = new JsonObject();
        foreach (var (name, value) in form)
            fields[name] = value;
        log.Tell(
            time.Now,
            "webhook",
            ("method", method),
            ("url", url),
            ("status", answer.Status),
            ("ms", Math.Round(answer.Milliseconds, 1)),
            ("form", fields),
            ("note", answer.Error ?? "status"));
    }

    private WebhookRequest Request(Leg leg, string method, string url, Form form) =>
        new(method, url, form, leg.AuthToken) { IdempotencyToken = ids.NextUuid(0) };

    private static async Task<WebhookAnswer> Tell(Leg leg, WebhookRequest request, Task<WebhookAnswer> sending, string? note)
    {
        var answer = await sending;
        var fields = new JsonObject();
        foreach (var group in request.Form.GroupBy(field => field.Key, StringComparer.Ordinal))
            fields[group.Key] = group.Count() == 1 ? group.First().Value : new JsonArray([.. group.Select(field => (JsonNode)field.Value)]);
        leg.Story.Tell(
            "webhook",
            ("method", request.Method),
            ("url", request.Url),
            ("status", answer.Status),
            ("ms", Math.Round(answer.Milliseconds, 1)),
            ("form", fields),
            ("twiml", note is null ? answer.Text : null),
            ("note", answer.Error ?? note));
        return answer;
    }
}
