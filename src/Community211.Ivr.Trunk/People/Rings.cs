using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>What comes of ringing somebody with these settings.</summary>
internal static class Rings
{
    private static readonly RingPlan BusyTone = new(LegStatus.Busy, TimeSpan.FromSeconds(0.5));

    public static RingPlan Plan(PersonSettings settings, Random random, bool busy = false)
    {
        var seconds = settings.RingFor ?? Between(random, 2, 6);
        return settings.Answer switch
        {
            "busy" => BusyTone with { After = TimeSpan.FromSeconds(settings.RingFor ?? BusyTone.After.TotalSeconds) },
            "failed" => new RingPlan(LegStatus.Failed, TimeSpan.FromSeconds(settings.RingFor ?? 0.2)),
            "no-answer" => new RingPlan(LegStatus.NoAnswer, TimeSpan.FromHours(4)),
            _ => busy ? BusyTone : new RingPlan(LegStatus.InProgress, TimeSpan.FromSeconds(seconds)),
        };
    }

    public static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));
}
