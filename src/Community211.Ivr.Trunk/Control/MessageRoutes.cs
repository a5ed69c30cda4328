using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Control;

/// <summary>/sim/messages: what a person finds on the telephone behind a number.</summary>
internal sealed class MessageRoutes(Exchange exchange)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sim/messages", List);

    /// <summary>In the order in which they were sent; ?to= keeps one number's. Deleted and blanked ones are as the sender left them.</summary>
    private async Task<IResult> List(string? to)
    {
        var found = await exchange.Time.Run(() => exchange.Messages.All
            .Where(message => to is null || message.To == to)
            .Select(message => (JsonNode)new JsonObject
            {
                ["sid"] = message.Sid,
                ["from"] = message.From ?? message.MessagingServiceSid,
                ["to"] = message.To,
                ["status"] = message.Status,
                ["body"] = message.Body,
                ["media"] = new JsonArray([.. message.Media.Select(url => (JsonNode)url)]),
            })
            .ToArray());
        return Results.Json(new JsonObject { ["messages"] = new JsonArray(found) }, Json.Relaxed);
    }
}
