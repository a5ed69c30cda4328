using System.Globalization;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Calls to a caller who is called back. An answer that names no call leaves it open whether one was made.</summary>
internal static class DialCallerPost
{
    /// <summary>Seconds after which the carrier ends the leg, whatever we forgot; the carrier's own limit.</summary>
    private const string TimeLimit = "14400";

    public static async Task<CarrierReply> Send(DialCaller dial, RestClient rest, Urls urls, CancellationToken stop)
    {
        var answer = await rest.Post(
            "Calls",
            stop,
            ("To", dial.Number!),
            ("From", dial.From),
            ("Url", urls.Of(new Target(Route.Called, Call: dial.Call, Offer: dial.Dial))),
            ("Method", "POST"),
            // A number's own fallback is for those who call it: this leg has to bring its own.
            ("FallbackUrl", urls.Of(new Target(Route.Fallback, Call: dial.Call))),
            ("FallbackMethod", "POST"),
            ("StatusCallback", urls.Of(new Target(Route.Status, Call: dial.Call, Offer: dial.Dial))),
            ("StatusCallbackMethod", "POST"),
            ("StatusCallbackEvent", "initiated"),
            ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
            ("Timeout", dial.RingSeconds.ToString(CultureInfo.InvariantCulture)),
            ("TimeLimit", TimeLimit));
        var sid = answer.Body.Text("sid");
        return answer.Done && sid is null
            ? new CarrierReply(CarrierOutcome.Unknown, Code: answer.Code)
            : answer.Reply(sid);
    }
}
