using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Somebody in a room, or on the way into it, as the API shows them.</summary>
internal static class ParticipantResource
{
    public static JsonObject Of(RestRequest request, Participant one) => new()
    {
        ["account_sid"] = one.Room.Account,
        ["call_sid"] = one.Leg.Sid,
        ["label"] = one.Label,
        ["call_sid_to_coach"] = one.CallSidToCoach,
        ["coaching"] = one.Coaching,
        ["conference_sid"] = one.Room.Sid,
        ["date_created"] = Rfc2822.Of(one.Created),
        ["date_updated"] = Rfc2822.Of(one.Updated),
        ["end_conference_on_exit"] = one.EndOnExit,
        ["muted"] = one.Muted,
        ["hold"] = one.Hold,
        ["start_conference_on_enter"] = one.StartOnEnter,
        ["status"] = Status(one),
        ["queue_time"] = ((long)one.Leg.QueueTime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        ["uri"] = $"{request.Account}/Conferences/{one.Room.Sid}/Participants/{one.Leg.Sid}.json",
    };

    private static string Status(Participant one) => one.Room.Participants.Contains(one) ? "connected" : one.Leg.Status switch
    {
        LegStatus.Queued => "queued",
        LegStatus.Ringing => "ringing",
        _ => "connecting",
    };
}
