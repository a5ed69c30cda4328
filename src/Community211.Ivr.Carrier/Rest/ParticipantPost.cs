using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>POST Conferences/{room}/Participants/{leg}. The carrier wants the room's SID, so the room is looked up by its name first.</summary>
internal static class ParticipantPost
{
    public static Task<CarrierReply> Send(HoldCaller hold, RestClient rest, Urls urls, CancellationToken stop) => Send(
        hold.Room, hold.Call, rest, stop,
        hold.Held ? [("Hold", "true"), ("HoldUrl", urls.Of(new Target(Route.Hold, Call: hold.Call))), ("HoldMethod", "POST")] : [("Hold", "false")]);

    public static Task<CarrierReply> Send(SetExit exit, RestClient rest, CancellationToken stop) =>
        Send(exit.Room, exit.Leg, rest, stop, ("EndConferenceOnExit", exit.Ends ? "true" : "false"));

    private static async Task<CarrierReply> Send(string room, string leg, RestClient rest, CancellationToken stop, params (string Key, string Value)[] form)
    {
        var rooms = await rest.List("Conferences", "conferences", stop, ("FriendlyName", room), ("Status", "in-progress"));
        if (!rooms.Done)
            return rooms.Last.Reply();
        return rooms.Items.Select(one => one.Text("sid")).FirstOrDefault(sid => sid is not null) is { } conference
            ? (await rest.Post($"Conferences/{RestClient.Part(conference)}/Participants/{RestClient.Part(leg)}", stop, form)).Reply(leg)
            : new CarrierReply(CarrierOutcome.Refused, Code: "404");
    }
}
