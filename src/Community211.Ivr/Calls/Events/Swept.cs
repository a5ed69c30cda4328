using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The sweep saw twice, and confirmed, that the carrier's side differs from ours.</summary>
/// <param name="Difference">What differs.</param>
/// <param name="QueueSid">The carrier's queue in which the caller waits; null if in none.</param>
public sealed record Swept(SweepDifference Difference, string? QueueSid = null) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (state.Phase == CallerPhase.Ended)
            return;
        switch (Difference)
        {
            case SweepDifference.CallOver:
                // Ended is final, and a list may lag: the carrier is asked about the call itself.
                unit.Ask(new LookUpCall(state.Sid, null), "swept");
                break;
            case SweepDifference.NotInQueue when state.Phase is CallerPhase.Parking or CallerPhase.Waiting:
                unit.Resume("swept");
                break;
            case SweepDifference.InQueue when state.Phase == CallerPhase.Parking:
                unit.State = state with { QueueSid = QueueSid };
                unit.SeenInQueue();
                break;
            case SweepDifference.InQueue when state.Phase == CallerPhase.Talking:
                unit.LoseAgent("swept");
                break;
            case SweepDifference.WithLine:
                unit.GoOutside("with-line");
                break;
            case SweepDifference.AgentGone:
                unit.AgentLegOver();
                break;
            case SweepDifference.InOtherRoom:
                if (state.Connection is { } connection)
                    unit.State = state with { Connection = connection with { CallerIn = false } };
                unit.Resume("other-room");
                break;
            case SweepDifference.AgentInRoom:
                unit.AgentInRoom(joined: true);
                break;
            case SweepDifference.ConsultGone:
                unit.DropConsult("gone");
                break;
            case SweepDifference.ConsultInRoom:
                unit.ConsultInRoom(joined: true);
                break;
            case SweepDifference.CallerInRoom:
                unit.CallerInRoom(joined: true);
                break;
        }
        unit.Because([Reason.Of("swept", ("difference", Difference.ToString()))]);
    }
}

/// <summary>How the carrier's side may differ from ours.</summary>
public enum SweepDifference
{
    CallOver,
    NotInQueue,
    InQueue,
    AgentGone,
    AgentInRoom,
    CallerInRoom,

    /// <summary>The leg of whoever was called in is over.</summary>
    ConsultGone,
    ConsultInRoom,

    /// <summary>The caller is in a room, but in none that is theirs now.</summary>
    InOtherRoom,

    /// <summary>The caller rings, or talks with, a line outside our floor, where we brought them while the store was away.</summary>
    WithLine,
}
