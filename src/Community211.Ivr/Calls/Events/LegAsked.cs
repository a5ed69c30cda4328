namespace Community211.Ivr.Calls.Events;

/// <summary>A leg that was dialled with an offer asks what to do: first for the whisper, then with a key, then when its room is over.</summary>
/// <param name="Offer">The offer in its URL.</param>
/// <param name="Leg">CallSid of the leg.</param>
/// <param name="At">null: the whisper; <c>key</c>: a key or silence after it; <c>room</c>: accepted at the desk meanwhile; <c>left</c>: its room is over.</param>
/// <param name="Random">Names the room if this leg accepts; set by us.</param>
/// <param name="Taken">Key 1 was pressed; set when it is applied.</param>
public sealed record LegAsked(string Offer, string Leg, string? At, string? Random = null, bool Taken = false) : CallEvent
{
    public override string? Token => $"leg:{Offer}:{Leg}:{At}";

    internal override void Apply(CallUnit unit)
    {
        if (At == "room")
            unit.RecalledLegAsks(Offer, Leg);
        if (unit.Offer(Offer) is not { } offer || (offer.Leg is { } claimed && claimed != Leg))
            return;
        unit.Replace(offer with { Leg = Leg });
        if (At is null && offer.Accepted)
            unit.Accept(offer with { Leg = Leg }, Random ?? "");
        if (At != "key")
            return;
        if (Private?.Digits == "1" || Taken)
        {
            unit.Recorded = this with { Taken = true };
            unit.Accept(offer with { Leg = Leg }, Random ?? "");
        }
        else
        {
            unit.CloseOffer(offer, OfferEnd.NoKey, hangUp: false);
        }
    }
}
