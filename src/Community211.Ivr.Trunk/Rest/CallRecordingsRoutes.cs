using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The recordings of one call: start one while it is live, pause, resume and stop it, list, look up, delete.</summary>
internal static class CallRecordingsRoutes
{
    private static readonly HashSet<string> Events = ["in-progress", "completed", "absent"];

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        const string recordings = RestApi.Root + "/Calls/{call}/Recordings";
        routes.MapPost(recordings + ".json", api.On(Create));
        routes.MapGet(recordings + ".json", api.On(List));
        routes.MapGet(recordings + "/{recording}", api.On(request => RestAnswer.Ok(RecordingResource.OfCall(request, Find(request)))));
        routes.MapPost(recordings + "/{recording}", api.On(Update));
        routes.MapDelete(recordings + "/{recording}", api.On(Delete));
    }

    private static RestAnswer Create(RestRequest request)
    {
        var leg = Call(request);
        if (leg.IsOver || leg.AnsweredAt is null)
            throw new RestFailure(400, 21220, "Requested resource is not eligible for recording");
        return RestAnswer.Created(RecordingResource.OfCall(request, request.Exchange.Recordings.Start(leg, Order(request, "StartCallRecordingAPI"))));
    }

    /// <summary>The recording parameters of a request, the same wherever the API records.</summary>
    public static RecordingOrder Order(RestRequest request, string source)
    {
        var events = request.Fields("RecordingStatusCallbackEvent").SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (events.FirstOrDefault(name => !Events.Contains(name)) is { } unknown)
            throw RestFailure.Parameter($"Parameter 'RecordingStatusCallbackEvent' is '{unknown}': in-progress, completed and absent are allowed.");
        return new RecordingOrder(source)
        {
            Channels = OneOf(request, "RecordingChannels", "mono", "mono", "dual") == "dual" ? 2 : 1,
            Track = OneOf(request, "RecordingTrack", "both", "inbound", "outbound", "both"),
            Trim = OneOf(request, "Trim", "do-not-trim", "trim-silence", "do-not-trim") == "trim-silence",
            Callbacks = Callbacks.Of(request.Url("RecordingStatusCallback"), request.Verb("RecordingStatusCallbackMethod"), events),
        };
    }

    private static RestAnswer List(RestRequest request)
    {
        var leg = Call(request);
        var found = request.Exchange.Recordings.All.Reverse().Where(one => one.Leg == leg && DateFilter.Matches(request, "DateCreated", one.Started));
        return RestAnswer.Ok(Pages.Of(request, "recordings", [.. found], one => one.Sid, RecordingResource.OfCall));
    }

    private static RestAnswer Update(RestRequest request)
    {
        var (recording, recordings) = (Find(request), request.Exchange.Recordings);
        var skip = OneOf(request, "PauseBehavior", "silence", "skip", "silence") == "skip";
        var status = request.Required("Status");
        if (status is not ("paused" or "in-progress" or "stopped"))
            throw RestFailure.Parameter($"Parameter 'Status' is '{status}': paused, in-progress or stopped is allowed.");
        if (!recording.IsLive)
            throw new RestFailure(400, 21220, $"The recording is {recording.Status}: only one in progress can be changed.");
        if (status == "stopped")
            recordings.Stop(recording, byRest: true);
        else if (status == "paused" && recording.Status != "paused")
            recordings.Pause(recording, skip);
        else if (status == "in-progress" && recording.Status == "paused")
            recordings.Resume(recording);
        return RestAnswer.Ok(RecordingResource.OfCall(request, recording));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var recording = Find(request);
        if (recording.IsLive)
            throw new RestFailure(400, 21220, "The recording is still in progress: stop it before deleting it.");
        request.Exchange.Recordings.Delete(recording);
        return RestAnswer.NoContent;
    }

    private static Leg Call(RestRequest request) => request.Exchange.Find(request.Route("call")) ?? throw RestFailure.NotFound(request.Path);

    private static Recording Find(RestRequest request)
    {
        var (leg, recordings, sid) = (Call(request), request.Exchange.Recordings, request.Route("recording"));
        var found = sid == "Twilio.CURRENT" ? recordings.Current(leg) : recordings.Find(sid);
        return found?.Leg == leg ? found : throw RestFailure.NotFound(request.Path);
    }

    private static string OneOf(RestRequest request, string name, string otherwise, params string[] allowed) => request.Field(name) switch
    {
        null or "" => otherwise,
        var value when allowed.Contains(value) => value,
        var value => throw RestFailure.Parameter($"Parameter '{name}' is '{value}': {string.Join(", ", allowed)} are allowed."),
    };
}
