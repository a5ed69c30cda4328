using System.Globalization;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Calls. An answer that names no call leaves it open whether one was made.</summary>
internal static class DialAgentPost
{
    /// <summary>Seconds after which the carrier ends the leg, whatever we forgot; the carrier's own limit.</summary>
    private const string TimeLimit = "14400";

    public static async Task<CarrierReply> Send(DialAgent dial, RestClient rest, Urls urls, CancellationToken stop)
    {
        var ring = Math.Clamp(dial.RingSeconds, 5, 600);
        var answer = await rest.Post(
            "Calls",
            stop,
            ("To", dial.Number),
            ("From", dial.From),
            ("Url", urls.Of(new Target(Route.Agent, Call: dial.Call, Offer: dial.Offer))),
            ("Method", "POST"),
            ("StatusCallback", urls.Of(new Target(Route.Status, Call: dial.Call, Offer: dial.Offer))),
            ("StatusCallbackMethod", "POST"),
            ("StatusCallbackEvent", "initiated"),
            ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
            ("Timeout", ring.ToString(CultureInfo.InvariantCulture)),
            ("TimeLimit", TimeLimit));
        var sid = answer.Body.Text("sid");
        return answer.Done && sid is null
            ? new CarrierReply(CarrierOutcome.Unknown, Code: answer.Code)
            : answer.Reply(sid);
    }
}
