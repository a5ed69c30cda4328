using System.Globalization;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>GET Calls by numbers and day; of those the newest that is not older than the dial.</summary>
internal static class FindLegGet
{
    /// <summary>The carrier's times have whole seconds, and its clock is not ours.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    public static async Task<CarrierReply> Send(FindLeg find, RestClient rest, CancellationToken stop)
    {
        var since = find.Since - Slack;
        var calls = await rest.List(
            "Calls",
            "calls",
            stop,
            ("To", find.Number),
            ("From", find.From),
            ("StartTime>", since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (!calls.Done)
            return calls.Last.Reply();
        var newest = calls.Items.Where(call => Made(call) >= since && call.Text("sid") is not null).OrderBy(Made).LastOrDefault();
        return newest.Text("sid") is { } sid
            ? new CarrierReply(CarrierOutcome.Done, sid, newest.Text("status"))
            : new CarrierReply(CarrierOutcome.Refused, Code: "404");
    }

    /// <summary>A call that is still queued has no start.</summary>
    private static DateTimeOffset? Made(JsonElement call) => call.Time("date_created") ?? call.Time("start_time");
}
