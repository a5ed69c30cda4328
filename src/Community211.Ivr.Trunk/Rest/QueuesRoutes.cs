using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Queues: list, look up, create, change. Sizes and waits are integers.</summary>
internal static class QueuesRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapGet(RestApi.Root + "/Queues.json", api.On(request => RestAnswer.Ok(
            Pages.Of(request, "queues", [.. request.Exchange.Queues.All.Select(queue => Resource(request, queue))]))));
        routes.MapPost(RestApi.Root + "/Queues.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/Queues/{queue}", api.On(request => RestAnswer.Ok(Resource(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Queues/{queue}", api.On(Update));
        routes.MapDelete(RestApi.Root + "/Queues/{queue}", api.On(Delete));
    }

    public static CallQueue Find(RestRequest request) =>
        request.Exchange.Queues.Find(request.Route("queue")) ?? throw RestFailure.NotFound(request.Path);

    private static RestAnswer Create(RestRequest request)
    {
        var name = request.Required("FriendlyName");
        if (request.Exchange.Queues.All.Any(queue => queue.Name == name))
            throw new RestFailure(400, 22003, $"A queue named '{name}' exists already.");
        var size = request.Whole("MaxSize", 1, 5000) ?? 1000;
        var made = request.Exchange.Queues.Create(name);
        made.MaxSize = size;
        return RestAnswer.Created(Resource(request, made));
    }

    private static RestAnswer Update(RestRequest request)
    {
        var queue = Find(request);
        queue.MaxSize = request.Whole("MaxSize", 1, 5000) ?? queue.MaxSize;
        queue.Name = request.Field("FriendlyName") is { Length: > 0 } name ? name : queue.Name;
        queue.Updated = request.Exchange.Time.Now;
        return RestAnswer.Ok(Resource(request, queue));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var queue = Find(request);
        if (queue.Members.Count > 0)
            throw new RestFailure(400, 22001, "The queue is not empty.");
        request.Exchange.Queues.Delete(queue);
        return RestAnswer.NoContent;
    }

    private static JsonObject Resource(RestRequest request, CallQueue queue)
    {
        var uri = $"{request.Account}/Queues/{queue.Sid}";
        return new JsonObject
        {
            ["sid"] = queue.Sid,
            ["account_sid"] = request.Exchange.Settings.AccountSid,
            ["friendly_name"] = queue.Name,
            ["current_size"] = queue.Members.Count,
            ["max_size"] = queue.MaxSize,
            ["average_wait_time"] = queue.AverageWait,
            ["date_created"] = Rfc2822.Of(queue.Created),
            ["date_updated"] = Rfc2822.Of(queue.Updated),
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject { ["members"] = uri + "/Members.json" },
        };
    }
}
