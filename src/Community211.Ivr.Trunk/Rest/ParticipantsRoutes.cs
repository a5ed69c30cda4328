using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Participants of a live room and those on the way into it; afterwards they are not found.</summary>
internal static class ParticipantsRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        const string participants = RestApi.Root + "/Conferences/{room}/Participants";
        routes.MapGet(participants + ".json", api.On(List));
        routes.MapPost(participants + ".json", api.On(ParticipantCreation.Create));
        routes.MapGet(participants + "/{one}", api.On(request => RestAnswer.Ok(ParticipantResource.Of(request, Find(request)))));
        routes.MapPost(participants + "/{one}", api.On(request => ParticipantUpdate.Update(request, Find(request))));
        routes.MapDelete(participants + "/{one}", api.On(Delete));
    }

    private static RestAnswer List(RestRequest request)
    {
        var (muted, hold, coaching) = (request.QueryFlag("Muted"), request.QueryFlag("Hold"), request.QueryFlag("Coaching"));
        var all = ConferencesRoutes.Find(request).Everybody.Where(one =>
            IsThere(one)
            && (muted is null || one.Muted == muted)
            && (hold is null || one.Hold == hold)
            && (coaching is null || one.Coaching == coaching));
        return RestAnswer.Ok(Pages.Of(request, "participants", [.. all], one => one.Leg.Sid, ParticipantResource.Of));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var one = Find(request);
        if (one.Room.Expected.Contains(one))
        {
            one.Leg.Interrupt(new EndInterruption(LegStatus.Canceled, EndedBy.Service));
            return RestAnswer.NoContent;
        }
        one.Room.Leave(one, "participant_updated_via_api", request.Exchange.Time.Now, EndedBy.Service, kicked: true);
        one.Removed.Set();
        return RestAnswer.NoContent;
    }

    private static Participant Find(RestRequest request) =>
        ConferencesRoutes.Find(request).Find(request.Route("one")) is { } one && IsThere(one) ? one : throw RestFailure.NotFound(request.Path);

    /// <summary>"whose call has ended, whose associated conference has ended, or whose call has been modified to use new TwiML" is no participant.</summary>
    private static bool IsThere(Participant one) => one.Leg is { IsOver: false, Pending: null };
}
