using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>A call as the API shows it; duration and price are strings there.</summary>
internal static class CallResource
{
    public static JsonObject Of(RestRequest request, Leg leg)
    {
        var uri = $"{request.Account}/Calls/{leg.Sid}";
        return new JsonObject
        {
            ["sid"] = leg.Sid,
            ["date_created"] = Rfc2822.Of(leg.Created),
            ["date_updated"] = Rfc2822.Of(leg.EndedAt ?? leg.AnsweredAt ?? leg.Created),
            ["parent_call_sid"] = leg.ParentSid,
            ["account_sid"] = leg.Account,
            ["to"] = leg.To,
            ["to_formatted"] = leg.To,
            ["from"] = leg.From,
            ["from_formatted"] = leg.From,
            ["phone_number_sid"] = leg.NumberSid,
            ["status"] = leg.Status.Wire(),
            ["start_time"] = leg.AnsweredAt is { } start ? Rfc2822.Of(start) : null,
            ["end_time"] = leg.EndedAt is { } end ? Rfc2822.Of(end) : null,
            ["duration"] = leg.EndedAt is null ? null : ((int)Math.Round(leg.Duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            ["price"] = null,
            ["price_unit"] = "USD",
            ["direction"] = leg.Direction.Wire(),
            ["answered_by"] = null,
            ["api_version"] = "2010-04-01",
            ["forwarded_from"] = null,
            ["group_sid"] = null,
            ["caller_name"] = null,
            ["queue_time"] = "0",
            ["trunk_sid"] = null,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject
            {
                ["notifications"] = uri + "/Notifications.json",
                ["recordings"] = uri + "/Recordings.json",
            },
        };
    }
}
