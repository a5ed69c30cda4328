namespace Community211.Ivr.Trunk.Calls;

/// <summary>TimeLimit: the carrier hangs a leg up so many seconds after it was answered; it may be changed on a live call.</summary>
internal static class LegLimits
{
    public static void Limits(this Leg leg, int? seconds)
    {
        if (seconds is not { } limit)
            return;
        leg.Limit?.Dispose();
        leg.Limit = null;
        if (leg.AnsweredAt is null)
        {
            leg.TimeLimit = limit;
            return;
        }
        var left = TimeSpan.FromSeconds(Math.Max(0, limit - leg.Seconds));
        leg.Limit = leg.Clock.Schedule(left, () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Carrier)), maySkip: false);
    }
}
