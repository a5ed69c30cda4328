using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>Legs that a carrier loses: nobody hung up, and the call is over all the same.</summary>
internal static class LegFaults
{
    /// <param name="exchange">The carrier.</param>
    /// <param name="leg">The leg.</param>
    /// <param name="moment">ringing or answered; a rule without an event means answered.</param>
    public static void Strike(Exchange exchange, Leg leg, string moment)
    {
        foreach (var rule in exchange.Faults.Strike(leg, FaultMoment.OfLeg(leg, moment), static what => what == FaultWhat.Drop))
            Drop(leg, rule);
    }

    /// <summary>A rule that was just given strikes calls that are already answered, too.</summary>
    public static void StrikeLive(Exchange exchange, ActiveFault fault)
    {
        if (fault.Rule.On != FaultOn.Leg)
            return;
        foreach (var leg in exchange.Legs.Where(leg => leg is { IsOver: false, AnsweredAt: not null }).ToArray())
        {
            if (!fault.Strikes(FaultMoment.OfLeg(leg, "answered")))
                continue;
            leg.Story.Tell("fault", FaultBook.Line(fault));
            Drop(leg, fault.Rule);
        }
    }

    private static void Drop(Leg leg, FaultRule rule) => leg.Clock.Schedule(rule.Length ?? TimeSpan.Zero, () => leg.Interrupt(
        new EndInterruption(leg.AnsweredAt is null ? LegStatus.Failed : LegStatus.Completed, EndedBy.Carrier)));
}
