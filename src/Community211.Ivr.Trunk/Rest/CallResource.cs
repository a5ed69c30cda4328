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
            ["to_formatted"] = Formatted(leg.To),
            ["from"] = leg.From,
            ["from_formatted"] = Formatted(leg.From),
            ["phone_number_sid"] = leg.NumberSid,
            ["status"] = Status(leg),
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
            ["queue_time"] = ((long)leg.QueueTime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            ["trunk_sid"] = null,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject
            {
                ["notifications"] = uri + "/Notifications.json",
                ["recordings"] = uri + "/Recordings.json",
            },
        };
    }

    /// <summary>"initiated" is a word of the callbacks; the resource stays queued until it rings.</summary>
    public static string Status(Leg leg) => (leg.Status == LegStatus.Initiated ? LegStatus.Queued : leg.Status).Wire();

    /// <summary>(416) 555-0123</summary>
    private static string Formatted(string number) => number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal)
        ? $"({number[2..5]}) {number[5..8]}-{number[8..]}"
        : number;
}
