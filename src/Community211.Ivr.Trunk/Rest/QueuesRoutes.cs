using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Queues: list, look up, create, change, delete. Sizes and waits are integers.</summary>
internal static class QueuesRoutes
{
    private const int MaxName = 64;
    private static readonly RestFields Fields = RestFields.Of("FriendlyName MaxSize");

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapGet(RestApi.Root + "/Queues.json", api.On(request => RestAnswer.Ok(
            Pages.Of(request, "queues", request.Exchange.Queues.All, queue => queue.Sid, Resource))));
        routes.MapPost(RestApi.Root + "/Queues.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/Queues/{queue}", api.On(request => RestAnswer.Ok(Resource(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Queues/{queue}", api.On(Update));
        routes.MapDelete(RestApi.Root + "/Queues/{queue}", api.On(Delete));
    }

    public static CallQueue Find(RestRequest request) =>
        request.Exchange.Queues.Find(request.Route("queue")) ?? throw RestFailure.NotFound(request.Path);

    private static RestAnswer Create(RestRequest request)
    {
        request.Expect(Fields);
        var name = Name(request, request.Required("FriendlyName"), null);
        var size = request.Whole("MaxSize", 1, 5000) ?? 1000;
        var made = request.Exchange.Queues.Create(name);
        made.MaxSize = size;
        return RestAnswer.Created(Resource(request, made));
    }

    private static RestAnswer Update(RestRequest request)
    {
        request.Expect(Fields);
        var queue = Find(request);
        var size = request.Whole("MaxSize", 1, 5000) ?? queue.MaxSize;
        if (size < queue.Members.Count)
            throw new RestFailure(400, 22002, $"MaxSize {size} is less than the {queue.Members.Count} calls that are in the queue.");
        queue.Name = request.Field("FriendlyName") is { Length: > 0 } name ? Name(request, name, queue) : queue.Name;
        queue.MaxSize = size;
        queue.Updated = request.Exchange.Time.Now;
        return RestAnswer.Ok(Resource(request, queue));
    }

    private static string Name(RestRequest request, string name, CallQueue? own)
    {
        if (name.Length > MaxName)
            throw RestFailure.Parameter($"Parameter 'FriendlyName' is {name.Length} characters long: at most {MaxName} are allowed.");
        return request.Exchange.Queues.All.Any(queue => queue.Name == name && queue != own)
            ? throw new RestFailure(400, 22003, $"A queue named '{name}' exists already.")
            : name;
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var queue = Find(request);
        if (queue.Members.Count > 0)
            throw new RestFailure(400, 22001, "The queue is not empty.");
        request.Exchange.Queues.Delete(queue);
        return RestAnswer.NoContent;
    }

    private static JsonObject Resource(RestRequest request, CallQueue queue) => new()
    {
        ["sid"] = queue.Sid,
        ["account_sid"] = request.Exchange.Settings.AccountSid,
        ["friendly_name"] = queue.Name,
        ["current_size"] = queue.Members.Count,
        ["max_size"] = queue.MaxSize,
        ["average_wait_time"] = queue.AverageWait,
        ["date_created"] = Rfc2822.Of(queue.Created),
        ["date_updated"] = Rfc2822.Of(queue.Updated),
        ["uri"] = $"{request.Account}/Queues/{queue.Sid}.json",
    };
}
