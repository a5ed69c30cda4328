using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>What agents say at their desks about an offer or a talk. Rules: docs/agents.md.</content>
internal sealed partial class CallUnit
{
    /// <summary>Caller and agent are in the room, or were: the room's own word may come late.</summary>
    public bool HaveMet => State.Phase == CallerPhase.Talking || State is { Phase: CallerPhase.Connecting, Connection: { AgentIn: true, CallerCame: true } };

    /// <summary>
    /// Taken without a key. A telephone that was picked up goes to the room now; one that still rings when it is picked up: until
    /// then the caller waits, and in crisis another agent may be first.
    /// </summary>
    public void AcceptAtDesk(OpenOffer offer, string random)
    {
        if (offer.Leg is not { } leg)
        {
            Replace(offer with { Accepted = true });
            Because([Reason.Of("accepted-while-ringing", ("by", offer.To))]);
            return;
        }
        Accept(offer, random);
        if (State.Connection is { } connection && (connection.Offer == offer.Id || connection.Consult?.Offer == offer.Id))
            Ask(new RecallLeg(State.Sid, leg, offer.Id), $"recall-{leg}", first: true);
    }

    /// <summary>Torn out of the whisper as was wanted, or out of its room where a key came first: it joins once more.</summary>
    public void RecalledLegAsks(string offer, string leg)
    {
        if (State.Connection is not { } connection || connection.Offer != offer || connection.Leg != leg)
            return;
        State = State with { Connection = connection with { AgentIn = false, AgentLeft = false } };
        At(Now + CallRules.RoomTime, new TimerFired(TimerKind.Room, null, connection.Epoch));
    }

    /// <summary>Only the agent's leg is hung up; its room ends with it, and the caller asks what comes next.</summary>
    public void EndTalk(Connection connection)
    {
        NoteThatTheyMet();
        EndConnection(lost: false);
        Because([Reason.Of("ended-at-desk", ("agent", connection.To))]);
        State = State with { Phase = CallerPhase.Flow, AtHead = false, Tried = [], Foreseen = null };
        Turn(FlowRunner.Finish(Here));
    }

    /// <summary>Why an agent is away after an offer.</summary>
    private static string WordOf(OfferEnd end) => end switch
    {
        OfferEnd.NoAnswer => "no-answer",
        OfferEnd.NoKey => "no-key",
        _ => "declined",
    };
}
