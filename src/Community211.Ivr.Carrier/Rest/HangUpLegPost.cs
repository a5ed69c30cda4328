using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Calls/{leg} with Status=completed, which ends queued and ringing legs too. A leg that is over already is done.</summary>
internal static class HangUpLegPost
{
    public static async Task<CarrierReply> Send(HangUpLeg hangUp, RestClient rest, CancellationToken stop)
    {
        var answer = await rest.Post($"Calls/{RestClient.Part(hangUp.Leg)}", stop, ("Status", "completed"));
        return answer.NotFound || answer.NotInProgress
            ? new CarrierReply(CarrierOutcome.Done, hangUp.Leg, Code: answer.Code)
            : answer.Reply(hangUp.Leg);
    }
}
