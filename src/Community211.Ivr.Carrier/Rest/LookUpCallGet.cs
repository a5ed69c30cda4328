using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>GET Calls/{call}, then GET Queues/{queue}/Members/{call} if a queue is named.</summary>
internal static class LookUpCallGet
{
    public static async Task<CarrierReply> Send(LookUpCall look, RestClient rest, CancellationToken stop)
    {
        var call = await rest.Get($"Calls/{RestClient.Part(look.Call)}", stop);
        if (!call.Done)
            return call.Reply();
        var reply = new CarrierReply(CarrierOutcome.Done, look.Call, call.Body.Text("status"));
        if (look.QueueSid is null)
            return reply;
        var member = await rest.Get($"Queues/{RestClient.Part(look.QueueSid)}/Members/{RestClient.Part(look.Call)}", stop);
        return member.Done || member.NotFound ? reply with { InQueue = member.Done } : member.Reply();
    }
}
