using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>A text message as the API shows it; counts and prices are strings there.</summary>
internal static class MessageResource
{
    public static JsonObject Of(RestRequest request, TextMessage message)
    {
        var uri = $"{request.Account}/Messages/{message.Sid}";
        return new JsonObject
        {
            ["sid"] = message.Sid,
            ["account_sid"] = request.Exchange.Settings.AccountSid,
            ["messaging_service_sid"] = message.MessagingServiceSid,
            ["from"] = message.From,
            ["to"] = message.To,
            ["body"] = message.Body,
            ["num_segments"] = message.Segments.ToString(CultureInfo.InvariantCulture),
            ["num_media"] = message.Media.Count.ToString(CultureInfo.InvariantCulture),
            ["direction"] = "outbound-api",
            ["status"] = message.Status,
            ["error_code"] = message.ErrorCode,
            ["error_message"] = message.ErrorCode is null ? null : "Unreachable destination handset",
            ["price"] = null,
            ["price_unit"] = "USD",
            ["api_version"] = "2010-04-01",
            ["date_created"] = Rfc2822.Of(message.Created),
            ["date_updated"] = Rfc2822.Of(message.Updated),
            ["date_sent"] = message.Sent is { } sent ? Rfc2822.Of(sent) : null,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject { ["media"] = uri + "/Media.json" },
        };
    }
}
