using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Recordings: list, look up, fetch the media (.wav, .mp3; .wav without an extension), delete.</summary>
internal static class RecordingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        const string recordings = RestApi.Root + "/Recordings";
        routes.MapGet(recordings + ".json", api.On(List));
        routes.MapGet(recordings + "/{file}", api.On(Fetch));
        routes.MapDelete(recordings + "/{file}", api.On(Delete));
        CallRecordingsRoutes.Map(routes, api);
    }

    private static RestAnswer List(RestRequest request)
    {
        var found = request.Exchange.Recordings.All.Reverse().Where(one =>
            Matches(request.Query("CallSid"), one.Leg.Sid)
            && Matches(request.Query("ConferenceSid"), one.Order.ConferenceSid)
            && DateFilter.Matches(request, "DateCreated", one.Started));
        return RestAnswer.Ok(Pages.Of(request, "recordings", [.. found], one => one.Sid, RecordingResource.Of));
    }

    private static RestAnswer Fetch(RestRequest request)
    {
        var file = request.Path[(request.Path.LastIndexOf('/') + 1)..];
        var extension = System.IO.Path.GetExtension(file);
        var recording = Find(request, System.IO.Path.GetFileNameWithoutExtension(file));
        if (extension == ".json")
            return RestAnswer.Ok(RecordingResource.Of(request, recording));
        if (extension is not ("" or ".wav" or ".mp3") || !recording.HasMedia)
            throw RestFailure.NotFound(request.Path);
        var channels = request.Query("RequestedChannels") == "1" ? 1 : recording.Order.Channels;
        return new RestAnswer(200, null) { Media = new RecordingMedia(recording.Seconds ?? 0, channels, extension == ".mp3") };
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var recording = Find(request, request.Route("file"));
        if (recording.IsLive)
            throw new RestFailure(400, 21220, "The recording is still in progress: stop it before deleting it.");
        request.Exchange.Recordings.Delete(recording);
        return RestAnswer.NoContent;
    }

    private static Recording Find(RestRequest request, string sid) =>
        request.Exchange.Recordings.Find(sid) ?? throw RestFailure.NotFound(request.Path);

    private static bool Matches(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
