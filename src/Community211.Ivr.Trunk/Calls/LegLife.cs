using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>The moments of a leg's life that everybody hears of: ringing, answered, ended.</summary>
internal sealed class LegLife(Exchange exchange, StatusCallbacks callbacks)
{
    public void Move(Leg leg, LegStatus status, string callback)
    {
        leg.Status = status;
        callbacks.Report(leg, callback);
        if (status != LegStatus.Ringing)
            return;
        leg.Story.Tell("ringing");
        LegFaults.Strike(exchange, leg, "ringing");
    }

    public void Answer(Leg leg)
    {
        if (leg.AnsweredAt is not null)
            return;
        leg.AnsweredAt = exchange.Time.Now;
        leg.AnsweredOnClock = leg.Clock.Now;
        Move(leg, LegStatus.InProgress, "answered");
        leg.Story.Tell("answered");
        leg.Answered.Set();
        leg.Limits(leg.TimeLimit);
        leg.Person.Answered(leg);
        LegFaults.Strike(exchange, leg, "answered");
    }

    public void End(Leg leg, LegStatus status, EndedBy by)
    {
        if (leg.EndedAt is not null)
            return;
        leg.EndedAt = exchange.Time.Now;
        leg.Duration = leg.AnsweredOnClock is { } answered ? leg.Clock.Now - answered : TimeSpan.Zero;
        var ended = leg.AnsweredAt is null && status == LegStatus.Completed ? LegStatus.Canceled : status;
        leg.Ear?.IsOpen = false;
        leg.Story.Tell(
            "ended",
            ("by", by.Wire()),
            ("status", ended.Wire()),
            ("duration", (int)Math.Round(leg.Duration.TotalSeconds)),
            ("unused", leg.Person.Unused));
        Move(leg, ended, "completed");
        leg.Clock.Dispose();
        leg.Ended.Set();
        _ = Close(leg);
    }

    /// <summary>Called while the carrier is away: a fast busy, of which the service never hears.</summary>
    public Leg NeverArrived(Leg leg)
    {
        exchange.Faults.TellAway(leg);
        leg.Callbacks = Callbacks.None;
        End(leg, LegStatus.Failed, EndedBy.Carrier);
        return leg;
    }

    private static async Task Close(Leg leg)
    {
        await leg.LastCallback;
        await leg.HeldBack.All;
        leg.Story.Close();
    }
}
