using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.People;

/// <summary>
/// What an agent does at the desk rather than on the telephone: looks at <c>/agent/me</c>, and accepts the offer or ends the call that it
/// shows. Sent like the carrier's own requests, one after the other in virtual time.
/// </summary>
internal sealed class Desk(Exchange exchange, DeskSettings settings)
{
    private readonly Dictionary<string, string> authorization = new() { ["Authorization"] = $"Bearer {settings.Token}" };

    /// <summary>False when there was nothing to accept, or the desk did not answer.</summary>
    public Task<bool> Accept(Leg leg) => Do(leg, "accept", me => (string?)me["offer"]?["id"] is { } offer ? $"offers/{Uri.EscapeDataString(offer)}/accept" : null);

    /// <summary>False when there was no call to end, or the desk did not answer.</summary>
    public Task<bool> End(Leg leg) => Do(leg, "end", me => (string?)me["call"]?["call"] is { } call ? $"calls/{Uri.EscapeDataString(call)}/end" : null);

    private async Task<bool> Do(Leg leg, string word, Func<JsonNode, string?> path)
    {
        var me = await Send("GET", "me");
        var wanted = me.Status == 200 && Read(me.Text) is { } shown ? path(shown) : null;
        var answer = wanted is null ? me : await Send("POST", wanted);
        leg.Story.Tell("desk", ("word", word), ("status", answer.Status));
        return wanted is not null && answer.Status == 200;
    }

    private Task<WebhookAnswer> Send(string method, string path) => exchange.Sender.Send(
        new WebhookRequest(method, $"{settings.Url!.TrimEnd('/')}/agent/{path}", [], exchange.Settings.AuthToken) { IdempotencyToken = exchange.NextId(""), Headers = authorization },
        new System.Net.CookieContainer());

    private static JsonNode? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
