namespace Community211.Ivr.Calls.Events;

/// <summary>An agent leaves an offer to others, at the desk: the caller keeps the place.</summary>
/// <param name="Offer">Its id.</param>
/// <param name="Agent">Who says so; others' words do nothing.</param>
public sealed record OfferDeclined(string Offer, string Agent) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.Offer(Offer) is { Contact: false } offer && offer.To == Agent)
            unit.CloseOffer(offer, OfferEnd.Declined, hangUp: true);
        else
            unit.Refuse();
    }
}
