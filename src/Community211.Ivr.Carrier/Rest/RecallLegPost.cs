using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Calls/{leg} with the document of its room.</summary>
internal static class RecallLegPost
{
    public static async Task<CarrierReply> Send(RecallLeg recall, RestClient rest, Urls urls, CancellationToken stop)
    {
        var answer = await rest.Post(
            $"Calls/{RestClient.Part(recall.Leg)}",
            stop,
            ("Url", urls.Of(new Target(Route.Agent, At: recall.At, Call: recall.Call, Offer: recall.Offer))),
            ("Method", "POST"));
        return answer.Reply(recall.Leg);
    }
}
