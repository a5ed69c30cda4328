using Community211.Ivr.Calls.Events;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>What becomes of an offer that is not taken, and of whoever it was made to.</content>
internal sealed partial class CallUnit
{
    public void CloseAllOffers(OfferEnd end)
    {
        foreach (var offer in State.Offers)
            CloseOffer(offer, end, hangUp: true);
    }

    public void CloseOffer(OpenOffer offer, OfferEnd end, bool hangUp)
    {
        State = State with { Offers = [.. State.Offers.Where(o => o.Id != offer.Id)] };
        Drop(TimerFired.Key(State.Sid, TimerKind.Offer, offer.Id));
        Drop(TimerFired.Key(State.Sid, TimerKind.Dial, offer.Id));
        if (hangUp)
            HangUp(offer.Leg ?? offer.Dialled);
        var theirs = end is OfferEnd.NoAnswer or OfferEnd.NoKey or OfferEnd.Declined;
        if (offer.Consult)
        {
            Because([Reason.Of("consult-in-vain", ("to", offer.To), ("end", end.ToString()))]);
            SetHeld(false);
        }
        else if (theirs || end == OfferEnd.CarrierFault)
        {
            State = State with { Tried = [.. State.Tried.Where(t => t != offer.To), offer.To] };
            if (offer.Contact)
                State = State with { ContactsNotBefore = Now + CallRules.ContactBreather };
            Because([Reason.Of("offer-in-vain", ("to", offer.To), ("end", end.ToString()))]);
        }
        if (offer.Contact || Agent(offer.To) is not { } agent || agent.Offer != offer.Id)
            return;
        agent = agent with { Offer = null, Call = null, Since = Now };
        if (!theirs)
        {
            SetAgent(agent with { Phase = AgentPhase.Available, NotBefore = end == OfferEnd.CarrierFault ? Now + CallRules.Breather : null });
        }
        else if (Recorded.LastOnes?.Contains(agent.Id) == true)
        {
            // An open partner is never left without anyone: the last one is asked again after a breather.
            SetAgent(agent with { Phase = AgentPhase.Available, NotBefore = Now + CallRules.Breather });
            Because([Reason.Of("last-agent-kept", ("agent", agent.Id))]);
            Alerts.Add(new Alert(AlertKind.LastAgentKept, Now, agent.Region, agent.Id, State.Sid, WordOf(end)));
        }
        else
        {
            Rest(agent with { AwayReason = WordOf(end) }, AgentPhase.Away, Rules.Away);
        }
    }
}
