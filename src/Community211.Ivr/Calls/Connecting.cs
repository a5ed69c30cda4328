using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>How caller and agent come together, and what happens when one is lost. Rules: docs/connecting.md.</content>
internal sealed partial class CallUnit
{
    /// <summary>Key 1 after the whisper: the caller is this agent's if still waiting, and everyone else is told so.</summary>
    public void Accept(OpenOffer offer, string random)
    {
        if (offer.Consult)
        {
            TakeConsult(offer);
            return;
        }
        if (State.Phase is not (CallerPhase.Waiting or CallerPhase.Parking))
        {
            CloseOffer(offer, OfferEnd.CallerGone, hangUp: false);
            return;
        }
        State = State with { Offers = State.Offers.Remove(Offer(offer.Id)!) };
        Drop(TimerFired.Key(State.Sid, TimerKind.Offer, offer.Id));
        Drop(TimerFired.Key(State.Sid, TimerKind.Crisis));
        CloseAllOffers(OfferEnd.Taken);
        var epoch = State.Epoch + 1;
        State = State with
        {
            Epoch = epoch,
            Phase = CallerPhase.Connecting,
            Connection = new Connection(epoch, offer.Id, offer.To, offer.Contact, offer.Leg!, $"v-{random}-{epoch}"),
        };
        if (!offer.Contact && Agent(offer.To) is { } agent)
            SetAgent(agent with { Phase = AgentPhase.Joining, Since = Now });
        At(Now + CallRules.RoomTime, new TimerFired(TimerKind.Room, null, epoch));
        Because([Reason.Of("accepted", ("by", offer.To))]);
        if (State.Foreseen is { } foreseen)
            Because([Reason.Of("wait-foreseen", ("late", Reason.Seconds(Now - foreseen)))]);
    }

    /// <summary>The carrier said who is in the room; a caller who is not there yet is taken out of the queue now.</summary>
    public void AgentInRoom(bool joined)
    {
        if (State.Connection is not { } connection)
            return;
        if (joined && connection.AgentLeft)
            return;
        State = State with { Connection = connection with { AgentIn = joined, AgentLeft = !joined } };
        if (joined)
        {
            Drop(TimerFired.Key(State.Sid, TimerKind.Room));
            DequeueWhenReady();
            TalkWhenBothIn();
        }
        else if (connection.CallerCame)
        {
            Alone();
        }
        else
        {
            At(Now + CallRules.RoomTime, new TimerFired(TimerKind.Room, null, connection.Epoch));
        }
    }

    public void CallerInRoom(bool joined)
    {
        if (State.Connection is not { } connection)
            return;
        State = State with { Connection = connection with { CallerIn = joined, CallerCame = true } };
        Drop(TimerFired.Key(State.Sid, TimerKind.Connect));
        TalkWhenBothIn();
        Alone();
    }

    /// <summary>Needs the agent in the room and the carrier's queue, which the first wait page names.</summary>
    public void DequeueWhenReady()
    {
        if (State is { Phase: CallerPhase.Connecting, Callback: not null, Connection: { AgentIn: true } ready })
            RingCaller(ready);
        if (State is not { Phase: CallerPhase.Connecting, Callback: null, QueueSid: { } queue, Connection: { AgentIn: true, CallerCame: false, Dequeues: 0 } connection })
            return;
        DequeueAgain(connection, queue);
    }

    /// <summary>The caller is in the room without an agent for too long: torn out, to be first in line again.</summary>
    public void Alone()
    {
        // Whoever says once more that the caller is alone must not put it off: the sweep may say so every few seconds.
        if (State.Connection is { CallerCame: true } c && !(c.AgentIn && c.CallerIn) && !(c.AloneUntil > Now))
        {
            State = State with { Connection = c with { AloneUntil = Now + CallRules.AloneTime } };
            At(Now + CallRules.AloneTime, new TimerFired(TimerKind.Alone, null, c.Epoch));
        }
    }

    /// <summary>
    /// The agent's leg is over. When the caller has been in the room, this may only be the end of a talk that the caller ended: the
    /// caller's own leg tells, by ending, by asking what comes next, or by being alone for too long.
    /// </summary>
    public void AgentLegOver()
    {
        if (State.Connection is not { } connection)
            return;
        if (!connection.CallerCame)
        {
            LoseAgent("leg-over");
            return;
        }
        if (connection.Consult is { In: true, Leaving: true } next)
        {
            HandOver(connection, next);
            return;
        }
        NoteThatTheyMet();
        Parted();
        FreeAgent(connection, lost: true);
        State = State with { Connection = connection with { AgentIn = false, AgentLeft = true } };
        Alone();
    }

    /// <summary>The caller asked for the room in which the agent was: they met, though the room's own word may come late, after one has left.</summary>
    private void NoteThatTheyMet()
    {
        if (State is { Phase: CallerPhase.Connecting, Connection: { AgentIn: true, CallerCame: true } met })
            Met(met);
    }

    /// <summary>The agent is lost: the caller is first in line again, with the original time.</summary>
    public void LoseAgent(string why)
    {
        if (State.Connection is not { } connection)
            return;
        EndConnection(lost: true);
        // What was pressed while connecting has used the turn up: the next answer must be to another one.
        State = State with
        {
            AtHead = true,
            PassedOn = false,
            Phase = CallerPhase.Waiting,
            Turn = State.Turn + 1,
            Tried = [.. State.Tried.Where(t => t != connection.To), connection.To],
        };
        if (connection.CallerCame)
            Park();
        PageHeard();
        WatchCrisis(new());
        Because([Reason.Of("agent-lost", ("agent", connection.To), ("why", why))]);
    }

    /// <summary>The carrier's word on a caller about whom we were in doubt.</summary>
    public void CallLookedUp(CarrierReply reply)
    {
        if (State.Phase == CallerPhase.Ended || (reply.Outcome != CarrierOutcome.Done && !reply.NotFound))
        {
            if (State.Phase != CallerPhase.Ended)
                AskAgainLater();
            return;
        }
        if (reply.NotFound || (reply.CallStatus is { } status && CallerStatus.IsOver(status)))
        {
            LegOver(EndedBy.Unknown);
            return;
        }
        if (reply.WithLine)
        {
            // Brought there while the store was away: that talk is not torn.
            GoOutside("with-line");
            return;
        }
        if (State.Connection is { CallerCame: false } connection && State.Phase == CallerPhase.Connecting)
        {
            if (reply.InQueue == true && connection.AgentIn)
                DequeueAgain(connection, State.QueueSid!);
            else if (reply.InQueue == false)
                Resume($"looked-up-{connection.Epoch}-{connection.Dequeues}");
        }
        else if (State.Connection is not null)
        {
            Alone();
        }
        else if (State.Phase == CallerPhase.Waiting)
        {
            if (reply.InQueue == true)
                SeenInQueue();
            else
                Resume("not-in-queue");
        }
    }

    /// <summary>The carrier could not do or say what it was asked: after a moment it is asked where the caller is.</summary>
    public void AskAgainLater() => At(Now + CallRules.ConnectTime, new TimerFired(TimerKind.Doubt, null, null));

    /// <summary>Who is in the room; an agent who is not there after three looks is lost.</summary>
    public void RoomLookedUp(CarrierReply reply)
    {
        const int most = 3;
        var connection = State.Connection!;
        if (reply.Outcome == CarrierOutcome.Done && reply.Legs.Contains(connection.Leg))
        {
            // Seen there now: that it left was told of an earlier stay.
            State = State with { Connection = connection with { AgentLeft = false } };
            AgentInRoom(joined: true);
            if (reply.Legs.Contains(State.OnLeg))
                CallerInRoom(joined: true);
            return;
        }
        if (connection.RoomLooks + 1 >= most)
        {
            LoseAgent("never-in-room");
            return;
        }
        State = State with { Connection = connection with { RoomLooks = connection.RoomLooks + 1 } };
        At(Now + CallRules.RoomTime, new TimerFired(TimerKind.Room, null, connection.Epoch));
    }

    private void DequeueAgain(Connection connection, string queue)
    {
        State = State with { Connection = connection with { Dequeues = connection.Dequeues + 1 } };
        Ask(new Dequeue(State.Sid, queue, connection.Epoch, State.CallerLeg), $"dequeue-{connection.Epoch}-{connection.Dequeues + 1}", first: true);
        At(Now + CallRules.ConnectTime, new TimerFired(TimerKind.Connect, null, connection.Epoch));
    }

    private void TalkWhenBothIn()
    {
        if (State is not { Phase: CallerPhase.Connecting, Connection: { AgentIn: true, CallerIn: true } connection })
            return;
        Met(connection);
        State = State with { Connection = connection with { AloneUntil = null }, AtHead = false, PassedOn = false, Tried = [] };
        Drop(TimerFired.Key(State.Sid, TimerKind.Alone));
        if (!connection.Contact && Agent(connection.To) is { } agent)
            SetAgent(agent with { Phase = AgentPhase.Talking, Since = Now });
        Because([Reason.Of("talking", ("with", connection.To))]);
    }

    /// <param name="lost">The agent was lost.</param>
    /// <param name="word">What the agent's leg is told before it ends; null: nothing, it is hung up.</param>
    private void EndConnection(bool lost, string? word = null)
    {
        if (State.Connection is not { } connection)
            return;
        if (word is null)
            HangUp(connection.Leg);
        else
            Ask(new RecallLeg(State.Sid, connection.Leg, connection.Offer, word), $"{word}-{connection.Leg}");
        StopRinging();
        Parted();
        FreeAgent(connection, lost);
        State = State with { Connection = null };
        if (connection.Consult is { } consult)
        {
            HangUp(consult.Leg);
            FreeConsulted(consult);
        }
        foreach (var offer in State.Offers.Where(o => o.Consult))
            CloseOffer(offer, OfferEnd.CallerGone, hangUp: true);
        foreach (var kind in (ReadOnlySpan<TimerKind>)[TimerKind.Room, TimerKind.Connect, TimerKind.Alone, TimerKind.Hold])
            Drop(TimerFired.Key(State.Sid, kind));
    }

    /// <summary>An agent who was only on the way, and lost the caller, is free at once with the idle time kept; after a talk comes the wrap-up.</summary>
    private void FreeAgent(Connection connection, bool lost)
    {
        if (connection.Contact || Agent(connection.To) is not { } agent || agent.Offer != connection.Offer)
            return;
        agent = agent with { Offer = null, Call = null, Since = Now };
        if (agent.Phase == AgentPhase.Joining && !lost && State.Phase != CallerPhase.Talking)
            SetAgent(agent with { Phase = AgentPhase.Available });
        else
            Rest(agent, AgentPhase.WrapUp, Rules.WrapUp);
    }

    private void Rest(AgentState agent, AgentPhase phase, TimeSpan time)
    {
        SetAgent(agent with { Phase = phase });
        AgentDue.Add((Now + time, agent.Id, new AgentTimer(Agent(agent.Id)!.Version)));
    }
}
