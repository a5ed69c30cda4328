namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier's status of a leg that was dialled with an offer.</summary>
/// <param name="Offer">The offer in its URL.</param>
/// <param name="Leg">CallSid of the leg.</param>
/// <param name="Status">queued, initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled.</param>
/// <param name="Number">The carrier's sequence number; null if it does not say.</param>
public sealed record LegStatus(string Offer, string Leg, string Status, int? Number) : CallEvent
{
    public override string? Token => $"leg-status:{Leg}:{Number}:{Status}";

    internal override void Apply(CallUnit unit)
    {
        if (unit.Offer(Offer) is { } offer && (offer.Leg ?? offer.Dialled ?? Leg) == Leg)
        {
            unit.Replace(offer with { Dialled = Leg });
            if (!CallerStatus.IsOver(Status))
                return;
            var end = Status is "failed" or "canceled" ? OfferEnd.CarrierFault : Status == "completed" ? OfferEnd.NoKey : OfferEnd.NoAnswer;
            unit.CloseOffer(offer, end, hangUp: false);
        }
        else if (CallerStatus.IsOver(Status) && unit.State.Connection is { } connection && connection.Offer == Offer && connection.Leg == Leg)
        {
            unit.AgentLegOver();
        }
        else if (CallerStatus.IsOver(Status) && unit.State.Connection?.Consult is { } consult && consult.Offer == Offer && consult.Leg == Leg)
        {
            unit.DropConsult("leg-over");
        }
    }
}
