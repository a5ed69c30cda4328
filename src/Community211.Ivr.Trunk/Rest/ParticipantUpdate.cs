using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>POST Participants/{one}: mute, hold, coach, announce, and what happens on leaving. Everything is checked before anything is done.</summary>
internal static class ParticipantUpdate
{
    private static readonly RestFields Fields = RestFields.Of(
        "Muted Hold HoldUrl HoldMethod AnnounceUrl AnnounceMethod WaitUrl WaitMethod BeepOnExit EndConferenceOnExit Coaching CallSidToCoach");

    public static RestAnswer Update(RestRequest request, Participant one)
    {
        request.Expect(Fields);
        var (hold, holdUrl, holdMethod) = (request.Flag("Hold"), request.Url("HoldUrl"), request.Verb("HoldMethod", "GET"));
        var (announce, announceMethod) = (request.Url("AnnounceUrl"), request.Verb("AnnounceMethod"));
        var (end, beep) = (request.Flag("EndConferenceOnExit"), request.Flag("BeepOnExit"));
        var coach = Coach(request, one);
        if (request.Has("WaitUrl"))
            (one.WaitUrl, one.WaitMethod) = (request.Field("WaitUrl") == "" ? "" : request.Url("WaitUrl"), request.Verb("WaitMethod"));
        var now = request.Exchange.Time.Now;
        Modify(one, end ?? one.EndOnExit, beep ?? one.BeepOnExit, coach, now);
        Mute(one, request.Field("Muted"), now);
        Hold(one, hold, (holdUrl, holdMethod), now);
        one.Sound?.Update();
        if (announce is not null)
            _ = new Announcement(request.Exchange, one.Room, one).Run(announce, announceMethod);
        return RestAnswer.Ok(ParticipantResource.Of(request, one));
    }

    /// <summary>Whom this one coaches after the update; "" is nobody.</summary>
    private static string Coach(RestRequest request, Participant one)
    {
        var sid = request.Field("CallSidToCoach") is { Length: > 0 } given ? given : null;
        if (request.Flag("Coaching") is { } flag ? !flag : sid is null && !one.Coaching)
            return "";
        sid ??= one.CallSidToCoach ?? request.Required("CallSidToCoach");
        if (sid == one.CallSidToCoach && one.Coaching)
            return sid;
        return RoomDoor.Coach(one.Room, sid, rest: true) is var (code, why) ? throw new RestFailure(400, code, why)
            : sid == one.Leg.Sid ? throw new RestFailure(400, 16028, "Nobody can coach themselves.")
            : sid;
    }

    private static void Modify(Participant one, bool end, bool beep, string coach, DateTimeOffset now)
    {
        if (end == one.EndOnExit && beep == one.BeepOnExit && coach == (one.Coaching ? one.CallSidToCoach : ""))
            return;
        (one.EndOnExit, one.BeepOnExit) = (end, beep);
        (one.Coaching, one.CallSidToCoach) = (coach.Length > 0, coach.Length > 0 ? coach : null);
        one.Room.Change(one, "modify", "participant-modify", now);
    }

    /// <summary>"Anything value other than `true` or `false` is interpreted as `false`."</summary>
    private static void Mute(Participant one, string? field, DateTimeOffset now)
    {
        if (field is not { Length: > 0 } || field.Equals("true", StringComparison.OrdinalIgnoreCase) == one.Muted)
            return;
        one.Muted = !one.Muted;
        one.Room.Change(one, "mute", one.Muted ? "participant-mute" : "participant-unmute", now);
    }

    private static void Hold(Participant one, bool? hold, (string? Url, string Method) music, DateTimeOffset now)
    {
        if (hold ?? one.Hold)
            (one.HoldUrl, one.HoldMethod) = music.Url is null ? (one.HoldUrl, one.HoldMethod) : music;
        if (hold is not { } wanted || wanted == one.Hold)
            return;
        one.Hold = wanted;
        if (!wanted)
            one.HoldUrl = null;
        one.Room.Change(one, "hold", wanted ? "participant-hold" : "participant-unhold", now);
    }
}
