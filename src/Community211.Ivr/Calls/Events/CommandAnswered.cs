using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier's reply to a request of ours.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Reply">What came; null when the request was no longer wanted and was not sent.</param>
public sealed record CommandAnswered(CarrierRequest Request, CarrierReply? Reply) : CallEvent
{
    private const int MostDials = 3;
    private const int MostDequeues = 3;
    private static readonly TimeSpan BeforeLookup = TimeSpan.FromSeconds(2);

    internal override void Apply(CallUnit unit)
    {
        if (Reply is null)
        {
            if (Request is ResumeCaller && unit.State.Connection is { } spared)
                unit.State = unit.State with { Connection = spared with { Torn = false } };
            return;
        }
        switch (Request)
        {
            case DialAgent dial:
                Dialled(unit, dial, Reply);
                break;
            case FindLeg find:
                Found(unit, find, Reply);
                break;
            case Dequeue dequeue:
                Dequeued(unit, dequeue, Reply);
                break;
            case ResumeCaller when Reply.Outcome != CarrierOutcome.Done && unit.State.Phase != CallerPhase.Ended:
                unit.AskAgainLater();
                break;
            case HoldCaller hold:
                unit.HoldAnswered(hold, Reply);
                break;
            case SetExit exit:
                unit.ExitSet(exit, Reply);
                break;
            case LookUpCall:
                unit.CallLookedUp(Reply);
                break;
            case LookUpRoom room when unit.State.Connection is { } c && c.Room == room.Room:
                unit.RoomLookedUp(Reply);
                break;
        }
    }

    private static void Dialled(CallUnit unit, DialAgent dial, CarrierReply reply)
    {
        var offer = unit.Offer(dial.Offer);
        if (reply.Outcome == CarrierOutcome.Done)
        {
            if (offer is not null)
                unit.Replace(offer with { Dialled = offer.Dialled ?? reply.Sid });
            else if (unit.State.Connection?.Leg != reply.Sid)
                unit.HangUp(reply.Sid);
        }
        else if (offer is { Leg: null, Dialled: null } && reply.Outcome == CarrierOutcome.Refused)
        {
            unit.CloseOffer(offer, OfferEnd.CarrierFault, hangUp: false);
        }
        else if (offer is { Leg: null, Dialled: null })
        {
            if (dial.Crisis)
                Again(unit, offer, dial.Number);
            else
                unit.At(unit.Now + BeforeLookup, new TimerFired(TimerKind.Dial, offer.Id, null, dial.Number));
        }
    }

    private static void Found(CallUnit unit, FindLeg find, CarrierReply reply)
    {
        if (unit.Offer(find.Offer) is not { Leg: null, Dialled: null } offer)
            return;
        if (reply.Outcome == CarrierOutcome.Done)
            unit.Replace(offer with { Dialled = reply.Sid });
        else if (reply.NotFound)
            Again(unit, offer, find.Number);
        else
            unit.At(unit.Now + BeforeLookup, new TimerFired(TimerKind.Dial, offer.Id, null, find.Number));
    }

    private static void Again(CallUnit unit, OpenOffer offer, string number)
    {
        if (offer.Dials >= MostDials)
        {
            unit.CloseOffer(offer, OfferEnd.CarrierFault, hangUp: false);
            return;
        }
        offer = offer with { Dials = offer.Dials + 1 };
        unit.Replace(offer);
        unit.Dial(offer, number);
    }

    private static void Dequeued(CallUnit unit, Dequeue dequeue, CarrierReply reply)
    {
        if (unit.State.Connection is not { CallerCame: false } connection || connection.Epoch != dequeue.Epoch)
            return;
        if (reply.Outcome == CarrierOutcome.Done)
            unit.At(unit.Now + CallRules.ConnectTime, new TimerFired(TimerKind.Connect, null, dequeue.Epoch));
        else if (connection.Dequeues >= MostDequeues)
            unit.Resume($"dequeue-{connection.Epoch}-{connection.Dequeues}");
        else
            unit.Ask(new LookUpCall(unit.State.Sid, unit.State.QueueSid), $"not-dequeued-{connection.Epoch}-{connection.Dequeues}");
    }
}
