using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>Everything live at the carrier, all pages; null unless it is whole: what is missing from it would be taken for gone.</summary>
internal static class ViewGet
{
    /// <summary>In the order in which a call goes through them: one that moves on between two lists is seen at least once.</summary>
    private static readonly string[] Live = ["queued", "ringing", "in-progress"];

    public static async Task<CarrierView?> Send(RestClient rest, CancellationToken stop)
    {
        var calls = await Calls(rest, stop);
        var members = calls is null ? null : await Members(rest, stop);
        var rooms = members is null ? null : await Rooms(rest, stop);
        return rooms is null ? null : new CarrierView(calls!, members!.Value, rooms);
    }

    private static async Task<ImmutableDictionary<string, CarrierCall>?> Calls(RestClient rest, CancellationToken stop)
    {
        var calls = ImmutableDictionary.CreateBuilder<string, CarrierCall>(StringComparer.Ordinal);
        foreach (var status in Live)
        {
            var list = await rest.List("Calls", "calls", stop, ("Status", status));
            if (!list.Done)
                return null;
            foreach (var call in list.Items)
            {
                if (call.Text("sid") is { } sid)
                    calls[sid] = Call(sid, call, status);
            }
        }
        return calls.ToImmutable();
    }

    private static CarrierCall Call(string sid, JsonElement call, string listed) => new(
        sid,
        call.Text("status") ?? listed,
        Inbound: call.Text("direction") == "inbound",
        From: call.Text("from") ?? "",
        To: call.Text("to") ?? "",
        Started: call.Time("date_created") ?? call.Time("start_time"),
        Parent: call.Text("parent_call_sid"));

    private static async Task<ImmutableArray<CarrierMember>?> Members(RestClient rest, CancellationToken stop)
    {
        var queues = await rest.List("Queues", "queues", stop);
        if (!queues.Done)
            return null;
        var members = ImmutableArray.CreateBuilder<CarrierMember>();
        foreach (var queue in queues.Items)
        {
            if (queue.Text("sid") is not { } sid)
                continue;
            var list = await rest.List($"Queues/{RestClient.Part(sid)}/Members", "queue_members", stop);
            if (list.Last.NotFound)
                continue;
            if (!list.Done)
                return null;
            var name = queue.Text("friendly_name") ?? "";
            members.AddRange(list.Items
                .Where(member => member.Text("call_sid") is not null)
                .Select(member => new CarrierMember(member.Text("call_sid")!, sid, name, member.Time("date_enqueued"))));
        }
        return members.ToImmutable();
    }

    private static async Task<ImmutableDictionary<string, ImmutableArray<string>>?> Rooms(RestClient rest, CancellationToken stop)
    {
        var list = await rest.List("Conferences", "conferences", stop, ("Status", "in-progress"));
        if (!list.Done)
            return null;
        var rooms = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var room in list.Items)
        {
            if (room.Text("sid") is not { } sid || room.Text("friendly_name") is not { } name)
                continue;
            var participants = await LookUpRoomGet.Participants(sid, rest, stop);
            if (!participants.Done)
                return null;
            var legs = participants.Items.Select(one => one.Text("call_sid")).OfType<string>();
            rooms[name] = [.. rooms.GetValueOrDefault(name, []), .. legs];
        }
        return rooms.ToImmutable();
    }
}
