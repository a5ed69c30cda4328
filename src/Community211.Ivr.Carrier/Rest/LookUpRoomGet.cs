using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>GET Conferences by name, then their Participants. A room that is not there has nobody in it.</summary>
internal static class LookUpRoomGet
{
    public static async Task<CarrierReply> Send(LookUpRoom look, RestClient rest, CancellationToken stop)
    {
        var rooms = await rest.List("Conferences", "conferences", stop, ("FriendlyName", look.Room), ("Status", "in-progress"));
        if (!rooms.Done)
            return rooms.Last.Reply();
        var legs = ImmutableArray.CreateBuilder<string>();
        foreach (var room in rooms.Items.Select(room => room.Text("sid")).OfType<string>())
        {
            var participants = await Participants(room, rest, stop);
            if (!participants.Done)
                return participants.Last.Reply();
            legs.AddRange(participants.Items.Select(one => one.Text("call_sid")).OfType<string>());
        }
        return new CarrierReply(CarrierOutcome.Done, Legs: legs.ToImmutable());
    }

    /// <summary>Who is in a conference; one that ended in the meantime is empty.</summary>
    public static async Task<RestList> Participants(string conference, RestClient rest, CancellationToken stop)
    {
        var list = await rest.List($"Conferences/{RestClient.Part(conference)}/Participants", "participants", stop);
        return list.Last.NotFound ? new RestList(list.Last with { Outcome = CarrierOutcome.Done }, []) : list;
    }
}
