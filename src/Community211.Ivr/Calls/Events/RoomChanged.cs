namespace Community211.Ivr.Calls.Events;

/// <summary>An event of a room.</summary>
/// <param name="Epoch">The connection whose room it is.</param>
/// <param name="Kind">The carrier's word: conference-start, conference-end, participant-join, participant-leave, ...</param>
/// <param name="Leg">CallSid of the participant; null for events of the room itself.</param>
/// <param name="Room">The carrier's SID of the room.</param>
/// <param name="Number">The carrier's sequence number; null if it does not say.</param>
public sealed record RoomChanged(int? Epoch, string Kind, string? Leg, string Room, int? Number) : CallEvent
{
    public override string? Token => $"room:{Room}:{Number}:{Kind}:{Leg}";

    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Connection is not { } connection || connection.Epoch != Epoch || Leg is null)
            return;
        var joined = Kind == "participant-join";
        if (!joined && Kind != "participant-leave")
            return;
        if (Leg == connection.Leg)
            unit.AgentInRoom(joined);
        else if (Leg == connection.Consult?.Leg)
            unit.ConsultInRoom(joined);
        else if (Leg == unit.State.Sid)
            unit.CallerInRoom(joined);
    }
}
