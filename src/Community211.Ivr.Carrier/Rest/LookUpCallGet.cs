using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>
/// GET Calls/{call}, then GET Queues/{queue}/Members/{call} if a queue is named, and GET Calls?ParentCallSid= for a live call that is not in it.
/// </summary>
internal static class LookUpCallGet
{
    private static readonly string[] Live = ["queued", "ringing", "in-progress"];

    public static async Task<CarrierReply> Send(LookUpCall look, RestClient rest, CancellationToken stop)
    {
        var call = await rest.Get($"Calls/{RestClient.Part(look.Leg ?? look.Call)}", stop);
        if (!call.Done)
            return call.Reply();
        var reply = new CarrierReply(CarrierOutcome.Done, look.Call, call.Body.Text("status"));
        if (look.QueueSid is null)
            return reply;
        var member = await rest.Get($"Queues/{RestClient.Part(look.QueueSid)}/Members/{RestClient.Part(look.Leg ?? look.Call)}", stop);
        if (!member.NotFound || !Live.Contains(reply.CallStatus))
            return member.Done || member.NotFound ? reply with { InQueue = member.Done } : member.Reply();
        var lines = await rest.List("Calls", "calls", stop, ("ParentCallSid", look.Leg ?? look.Call));
        return lines.Done
            ? reply with { InQueue = false, WithLine = lines.Items.Any(line => Live.Contains(line.Text("status"))) }
            : lines.Last.Reply();
    }
}
