using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Members of a queue: list, look up, take one out of the line and run a document for them. Succeeds once only.</summary>
internal static class MembersRoutes
{
    private static readonly RestFields Fields = RestFields.Of("Url Method");

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        const string members = RestApi.Root + "/Queues/{queue}/Members";
        routes.MapGet(members + ".json", api.On(List));
        routes.MapGet(members + "/{member}", api.On(request => RestAnswer.Ok(Resource(request, Find(request)))));
        routes.MapPost(members + "/{member}", api.On(Dequeue));
    }

    private static RestAnswer List(RestRequest request) => RestAnswer.Ok(
        Pages.Of(request, "queue_members", QueuesRoutes.Find(request).Members, member => member.Leg.Sid, Resource));

    private static RestAnswer Dequeue(RestRequest request)
    {
        request.Expect(Fields);
        var url = request.Url("Url") ?? throw RestFailure.Parameter("Parameter 'Url' is required.");
        var member = Find(request);
        var form = new Form
        {
            { "QueueSid", member.Queue.Sid },
            { "QueueTime", member.WaitSeconds(request.Exchange.Time.Now).ToString(CultureInfo.InvariantCulture) },
            { "DequeingCallSid", "" },
        };
        var resource = Resource(request, member);
        member.Leg.Interrupt(new RedirectInterruption(new UrlSource(url, request.Verb("Method"), form), Dequeued: true));
        member.Queue.Remove(member, request.Exchange.Time.Now);
        return RestAnswer.Ok(resource);
    }

    private static QueueMember Find(RestRequest request)
    {
        var queue = QueuesRoutes.Find(request);
        var sid = request.Route("member");
        var member = sid == "Front" ? queue.Members.FirstOrDefault() : queue.Members.Find(one => one.Leg.Sid == sid);
        return member is { Leg.Pending: null, Leg.IsOver: false } ? member : throw RestFailure.NotFound(request.Path);
    }

    private static JsonObject Resource(RestRequest request, QueueMember member) => new()
    {
        ["call_sid"] = member.Leg.Sid,
        ["queue_sid"] = member.Queue.Sid,
        ["date_enqueued"] = Rfc2822.Of(member.Enqueued),
        ["position"] = member.Position,
        ["wait_time"] = member.WaitSeconds(request.Exchange.Time.Now),
        ["uri"] = $"{request.Account}/Queues/{member.Queue.Sid}/Members/{member.Leg.Sid}.json",
    };
}
