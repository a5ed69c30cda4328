using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>
/// What an agent does with a caller besides talking: hold, call somebody in, leave the caller to them, pass the caller on to another
/// partner. If the far end fails, the caller is back with the agent; if the agent is lost, first in line. Rules: docs/connecting.md.
/// </content>
internal sealed partial class CallUnit
{
    /// <summary>The talk, if it is this agent's.</summary>
    public Connection? TalksWith(string agent) => State is { Phase: CallerPhase.Talking, Connection: { Contact: false } connection } && connection.To == agent ? connection : null;

    public void CallIn(OpenOffer offer, string number)
    {
        SetHeld(true);
        State = State with { Offers = State.Offers.Add(offer) };
        if (!offer.Contact && Agent(offer.To) is { } agent)
            SetAgent(agent with { Phase = AgentPhase.Offered, Since = Now, Offer = offer.Id, Call = State.Sid });
        Dial(offer, number);
        At(Now + Rules.Ring + CallRules.WhisperTime, new TimerFired(TimerKind.Offer, offer.Id, null));
        Because([Reason.Of("called-in", ("by", State.Connection!.To), ("to", offer.To))]);
    }

    /// <summary>Key 1 after the whisper, or somebody answered where no key can be pressed: into the room of the talk.</summary>
    private void TakeConsult(OpenOffer offer)
    {
        if (State is not { Phase: CallerPhase.Talking, Connection: { Consult: null } connection })
        {
            CloseOffer(offer, OfferEnd.CallerGone, hangUp: false);
            return;
        }
        Drop(TimerFired.Key(State.Sid, TimerKind.Offer, offer.Id));
        Drop(TimerFired.Key(State.Sid, TimerKind.Dial, offer.Id));
        State = State with
        {
            Offers = [.. State.Offers.Where(o => o.Id != offer.Id)],
            Connection = connection with { Consult = new Consult(offer.Id, offer.To, offer.Contact, offer.Leg!) },
        };
        if (!offer.Contact && Agent(offer.To) is { } agent)
            SetAgent(agent with { Phase = AgentPhase.Joining, Since = Now });
        Because([Reason.Of("accepted", ("by", offer.To))]);
    }

    /// <summary>The leg of whoever was called in came into the room, or left it.</summary>
    public void ConsultInRoom(bool joined)
    {
        if (State.Connection is not { Consult: { } consult } connection)
            return;
        if (!joined)
        {
            if (consult.In)
                DropConsult("left");
            return;
        }
        if (consult.In)
            return;
        State = State with { Connection = connection with { Consult = consult with { In = true } } };
        if (!consult.Contact && Agent(consult.To) is { } agent)
            SetAgent(agent with { Phase = AgentPhase.Talking, Since = Now });
        Because([Reason.Of("consult-in-room", ("who", consult.To))]);
    }

    /// <summary>Who was called in is no longer wanted, or has gone: the caller is back with the agent.</summary>
    public void DropConsult(string why)
    {
        foreach (var offer in State.Offers.Where(o => o.Consult))
            CloseOffer(offer, OfferEnd.CallerGone, hangUp: true);
        if (State.Connection is not { Consult: { } consult } connection)
            return;
        HangUp(consult.Leg);
        State = State with { Connection = connection with { Consult = null } };
        FreeConsulted(consult);
        SetHeld(false);
        Because([Reason.Of("consult-over", ("who", consult.To), ("why", why))]);
    }

    /// <summary>
    /// The agent leaves the caller to whom they called in. First the carrier is told that the room ends with the new one and no longer
    /// with the old; only when it has said yes to both does the old leg go.
    /// </summary>
    public void LeaveTo(Consult consult)
    {
        SetHeld(false);
        var connection = State.Connection! with { Consult = consult with { Leaving = true } };
        State = State with { Connection = connection };
        Change(new SetExit(State.Sid, connection.Room, consult.Leg, Ends: true), first: false);
        Change(new SetExit(State.Sid, connection.Room, connection.Leg, Ends: false), first: false);
    }

    /// <summary>The carrier's answer to whose leaving ends the room.</summary>
    public void ExitSet(SetExit request, CarrierReply reply)
    {
        if (State.Connection is not { Consult: { Leaving: true } consult } connection || connection.Room != request.Room)
            return;
        if (reply.Outcome != CarrierOutcome.Done)
        {
            State = State with { Connection = connection with { Consult = consult with { Leaving = false } } };
            Because([Reason.Of("hand-over-failed", ("to", consult.To))]);
        }
        else if (request.Leg == connection.Leg)
        {
            HandOver(connection, consult);
        }
    }

    /// <summary>The caller is with whom the agent called in; the agent's own leg goes.</summary>
    private void HandOver(Connection connection, Consult consult)
    {
        Parted();
        FreeAgent(connection, lost: false);
        HangUp(connection.Leg);
        State = State with
        {
            Transfers = State.Transfers + 1,
            Connection = connection with
            {
                Offer = consult.Offer, To = consult.To, Contact = consult.Contact, Leg = consult.Leg, AgentIn = true, AgentLeft = false, AloneUntil = null, Consult = null,
            },
        };
        Drop(TimerFired.Key(State.Sid, TimerKind.Alone));
        Met(State.Connection!);
        Because([Reason.Of("handed-over", ("by", connection.To), ("to", consult.To))]);
    }

    /// <summary>Whether the caller may be passed on there: a partner, not the one that has the caller, and not in a crisis.</summary>
    public bool MayPassOn(string region) => State.Flow.Priority != Priority.Crisis && State.Flow.Line is not null && Flows.Places.Regions.ContainsKey(region);

    public void PassOn(Connection connection, string region)
    {
        EndConnection(lost: false);
        Because([Reason.Of("passed-on", ("by", connection.To), ("to", region), ("from", State.Flow.Region ?? ""))]);
        State = State with
        {
            AtHead = true,
            PassedOn = true,
            Transfers = State.Transfers + 1,
            Corrections = State.Corrections + 1,
            Turn = State.Turn + 1,
            Tried = [],
            Foreseen = null,
            Flow = State.Flow with { Region = region, RegionSource = "agent", Division = null, Candidates = [] },
        };
        Park();
    }

    /// <summary>Puts the caller on hold or takes them off it.</summary>
    public void SetHeld(bool held)
    {
        if (State.Connection is not { } connection || connection.Held == held)
            return;
        State = State with { Connection = connection with { Held = held } };
        AskHeld();
    }

    /// <summary>The carrier's answer about a hold: said again until it is as the agent wants it, or the caller is no longer in the room.</summary>
    public void HoldAnswered(HoldCaller request, CarrierReply reply)
    {
        if (State.Connection is { } connection && connection.Room == request.Room && connection.Held == request.Held && reply.Outcome != CarrierOutcome.Done && !reply.NotFound)
            At(Now + CallRules.RoomTime, new TimerFired(TimerKind.Hold, null, connection.Epoch));
    }

    public void AskHeld() => Change(new HoldCaller(State.Sid, State.OnLeg, State.Connection!.Room, State.Connection.Held), first: true);

    /// <summary>Back and forth within one moment is a request each time.</summary>
    private void Change(CarrierRequest request, bool first)
    {
        var connection = State.Connection! with { Changes = State.Connection.Changes + 1 };
        State = State with { Connection = connection };
        Ask(request, $"change-{connection.Epoch}-{connection.Changes}", first);
    }

    private void FreeConsulted(Consult consult)
    {
        if (consult.Contact || Agent(consult.To) is not { } agent || agent.Offer != consult.Offer)
            return;
        agent = agent with { Offer = null, Call = null, Since = Now };
        if (consult.In)
            Rest(agent, AgentPhase.WrapUp, Rules.WrapUp);
        else
            SetAgent(agent with { Phase = AgentPhase.Available });
    }
}
