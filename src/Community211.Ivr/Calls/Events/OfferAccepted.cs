namespace Community211.Ivr.Calls.Events;

/// <summary>An agent takes an offer at the desk, with no key on the telephone.</summary>
/// <param name="Offer">Its id.</param>
/// <param name="Agent">Who says so; others' words do nothing.</param>
/// <param name="Random">Names the room where the telephone was picked up already; set by us.</param>
public sealed record OfferAccepted(string Offer, string Agent, string? Random = null) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.Offer(Offer) is { Contact: false, Accepted: false } offer && offer.To == Agent)
            unit.AcceptAtDesk(offer, Random ?? "");
        else
            unit.Refuse();
    }
}
