using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Conferences: list by name, status and date, look up, announce something to all, end.</summary>
internal static class ConferencesRoutes
{
    private static readonly RestFields Fields = RestFields.Of("Status AnnounceUrl AnnounceMethod");

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapGet(RestApi.Root + "/Conferences.json", api.On(List));
        routes.MapGet(RestApi.Root + "/Conferences/{room}", api.On(request => RestAnswer.Ok(Resource(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Conferences/{room}", api.On(Update));
    }

    public static Conference Find(RestRequest request) =>
        request.Exchange.Conferences.Find(request.Route("room")) ?? throw RestFailure.NotFound(request.Path);

    private static RestAnswer List(RestRequest request)
    {
        var (name, status) = (request.Query("FriendlyName"), request.Query("Status"));
        if (status is not (null or "" or "init" or "in-progress" or "completed"))
            throw RestFailure.Parameter($"Parameter 'Status' is '{status}': init, in-progress and completed are allowed.");
        var rooms = request.Exchange.Conferences.All.Reverse().Where(room =>
            (string.IsNullOrEmpty(name) || room.Name == name)
            && (string.IsNullOrEmpty(status) || room.Status == status)
            && DateFilter.Matches(request, "DateCreated", room.Created)
            && DateFilter.Matches(request, "DateUpdated", room.Updated));
        return RestAnswer.Ok(Pages.Of(request, "conferences", [.. rooms], room => room.Sid, Resource));
    }

    private static RestAnswer Update(RestRequest request)
    {
        request.Expect(Fields);
        var room = Find(request);
        if (room.IsOver)
            throw RestFailure.NotFound(request.Path);
        var (status, announce, method) = (request.Field("Status"), request.Url("AnnounceUrl"), request.Verb("AnnounceMethod"));
        if (status is not (null or "" or "completed"))
            throw RestFailure.Parameter($"Parameter 'Status' is '{status}': completed is allowed.");
        if (announce is not null)
            _ = new Announcement(request.Exchange, room, null).Run(announce, method);
        if (status == "completed")
            room.EndByApi(request.Exchange.Time.Now);
        return RestAnswer.Ok(Resource(request, room));
    }

    private static JsonObject Resource(RestRequest request, Conference room)
    {
        var uri = $"{request.Account}/Conferences/{room.Sid}";
        return new JsonObject
        {
            ["sid"] = room.Sid,
            ["account_sid"] = room.Account,
            ["friendly_name"] = room.Name,
            ["api_version"] = "2010-04-01",
            ["region"] = "us1",
            ["status"] = room.Status,
            ["date_created"] = Rfc2822.Of(room.Created),
            ["date_updated"] = Rfc2822.Of(room.Updated),
            ["reason_conference_ended"] = room.EndedBecause,
            ["call_sid_ending_conference"] = room.EndedBySid,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject
            {
                ["participants"] = uri + "/Participants.json",
                ["recordings"] = uri + "/Recordings.json",
            },
        };
    }
}
