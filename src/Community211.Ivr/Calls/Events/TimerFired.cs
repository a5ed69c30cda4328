using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>A timer of a call fell due.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Offer">The offer it is about, or null.</param>
/// <param name="Epoch">The connection it is about, or null.</param>
/// <param name="Number">The number that was being dialled, or null.</param>
public sealed record TimerFired(TimerKind Kind, string? Offer, int? Epoch, string? Number = null) : CallEvent
{
    /// <summary>A call has one timer of each kind, and one of each offer.</summary>
    public static string Key(string call, TimerKind kind, string? offer = null) => $"{call}:{kind}:{offer}";

    internal override void Apply(CallUnit unit)
    {
        var connection = unit.State.Connection is { } c && c.Epoch == Epoch ? c : null;
        switch (Kind)
        {
            case TimerKind.Offer when unit.Offer(Offer!) is { } offer:
                // A leg that the carrier never named never rang: that is no fault of the agent.
                unit.CloseOffer(offer, offer is { Leg: null, Dialled: null } ? OfferEnd.CarrierFault : OfferEnd.NoAnswer, hangUp: true);
                break;
            case TimerKind.Dial when unit.Offer(Offer!) is { Leg: null, Dialled: null } offer:
                unit.Ask(new FindLeg(unit.State.Sid, Number!, unit.State.To, offer.At, offer.Id), $"find-{offer.Id}-{offer.Dials}");
                break;
            case TimerKind.Room when connection is { AgentIn: false }:
                unit.Ask(new LookUpRoom(unit.State.Sid, connection.Room), $"room-{connection.Epoch}");
                break;
            case TimerKind.Connect when connection is { CallerCame: false }:
                unit.Ask(new LookUpCall(unit.State.Sid, unit.State.QueueSid), $"connect-{connection.Epoch}-{connection.Dequeues}");
                break;
            case TimerKind.Alone when connection is { CallerCame: true, AgentIn: false } or { CallerCame: true, CallerIn: false }:
                unit.Resume($"alone-{connection!.Epoch}");
                break;
            case TimerKind.Hold when connection is not null:
                unit.AskHeld();
                break;
            case TimerKind.Crisis when unit.State is { Phase: CallerPhase.Parking or CallerPhase.Waiting, Flow.Priority: Priority.Crisis }:
                unit.TellOfCrisis(AlertKind.CrisisWaits, "waits");
                break;
            case TimerKind.Doubt when unit.State.Phase != CallerPhase.Ended:
                unit.Ask(new LookUpCall(unit.State.Sid, unit.State.QueueSid), "doubt");
                break;
        }
    }
}

/// <summary>What a timer is for.</summary>
public enum TimerKind
{
    /// <summary>Nobody took the offer.</summary>
    Offer,

    /// <summary>The outcome of a dial is unknown.</summary>
    Dial,

    /// <summary>The agent accepted, and should be in the room by now.</summary>
    Room,

    /// <summary>The caller was taken out of the queue, and should have asked for the room by now.</summary>
    Connect,

    /// <summary>The caller came for the room, and is alone.</summary>
    Alone,

    /// <summary>The carrier did not put the caller on hold, or take them off it.</summary>
    Hold,

    /// <summary>A caller in crisis has waited for long enough to be told of.</summary>
    Crisis,

    /// <summary>The carrier did not do, or did not say, what it was asked about the caller.</summary>
    Doubt,
}
