using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>What happens after so many seconds of ringing; an <see cref="LegStatus.InProgress"/> outcome is an answer.</summary>
internal sealed record RingPlan(LegStatus Outcome, TimeSpan After)
{
    public static readonly RingPlan AtOnce = new(LegStatus.InProgress, TimeSpan.Zero);
}
