using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Participants of a live room; afterwards they are not found.</summary>
internal static class ParticipantsRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        const string participants = RestApi.Root + "/Conferences/{room}/Participants";
        routes.MapGet(participants + ".json", api.On(List));
        routes.MapGet(participants + "/{one}", api.On(request => RestAnswer.Ok(Resource(request, Find(request)))));
        routes.MapPost(participants + "/{one}", api.On(Update));
        routes.MapDelete(participants + "/{one}", api.On(Delete));
    }

    private static RestAnswer List(RestRequest request)
    {
        var hold = request.Query("Hold");
        var all = ConferencesRoutes.Find(request).Participants
            .Where(one => string.IsNullOrEmpty(hold) || one.Hold.ToString().Equals(hold, StringComparison.OrdinalIgnoreCase));
        return RestAnswer.Ok(Pages.Of(request, "participants", [.. all], one => one.Leg.Sid, Resource));
    }

    private static RestAnswer Update(RestRequest request)
    {
        var one = Find(request);
        var now = request.Exchange.Time.Now;
        if (request.Flag("EndConferenceOnExit") is { } end && end != one.EndOnExit)
        {
            one.EndOnExit = end;
            one.Room.Change(one, "modify", "participant-modify", now);
        }
        if (request.Flag("Muted") is { } muted && muted != one.Muted)
        {
            one.Muted = muted;
            one.Room.Change(one, "mute", muted ? "participant-mute" : "participant-unmute", now);
        }
        if (request.Flag("Hold") is { } hold && hold != one.Hold)
        {
            one.Hold = hold;
            one.Room.Change(one, "hold", hold ? "participant-hold" : "participant-unhold", now);
        }
        return RestAnswer.Ok(Resource(request, one));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var one = Find(request);
        one.Room.Leave(one, "participant_updated_via_api", request.Exchange.Time.Now, EndedBy.Service);
        one.Removed.Set();
        return RestAnswer.NoContent;
    }

    private static Participant Find(RestRequest request) =>
        ConferencesRoutes.Find(request).Find(request.Route("one")) is { Leg.IsOver: false } one ? one : throw RestFailure.NotFound(request.Path);

    private static JsonObject Resource(RestRequest request, Participant one) => new()
    {
        ["account_sid"] = one.Room.Account,
        ["call_sid"] = one.Leg.Sid,
        ["label"] = one.Label,
        ["call_sid_to_coach"] = null,
        ["coaching"] = false,
        ["conference_sid"] = one.Room.Sid,
        ["date_created"] = Rfc2822.Of(one.Joined),
        ["date_updated"] = Rfc2822.Of(one.Updated),
        ["end_conference_on_exit"] = one.EndOnExit,
        ["muted"] = one.Muted,
        ["hold"] = one.Hold,
        ["start_conference_on_enter"] = one.StartOnEnter,
        ["status"] = "connected",
        ["queue_time"] = "0",
        ["uri"] = $"{request.Account}/Conferences/{one.Room.Sid}/Participants/{one.Leg.Sid}.json",
    };
}
