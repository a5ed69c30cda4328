using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Queues/{queue}/Members/{call}.</summary>
internal static class DequeuePost
{
    public static async Task<CarrierReply> Send(Dequeue dequeue, RestClient rest, Urls urls, CancellationToken stop)
    {
        var answer = await rest.Post(
            $"Queues/{RestClient.Part(dequeue.QueueSid)}/Members/{RestClient.Part(dequeue.Leg ?? dequeue.Call)}",
            stop,
            ("Url", urls.Of(new Target(Route.Connect, Call: dequeue.Leg is null ? null : dequeue.Call, Epoch: dequeue.Epoch))),
            ("Method", "POST"));
        return answer.Reply(dequeue.Call);
    }
}
