using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>
/// The line that calls of the REST API wait in: so many start in a second, in the order in which they were asked for. Each waits
/// on its own clock, so that fast calls skip the wait. Callers and Dial legs are not limited.
/// </summary>
internal sealed class DialLine(Exchange exchange)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private readonly List<(Leg Leg, Signal Front)> line = [];
    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>How long one who asks now will wait.</summary>
    public TimeSpan Wait
    {
        get
        {
            if (Interval is not { } interval)
                return TimeSpan.Zero;
            var ahead = interval * line.Count;
            var free = last + interval - exchange.Time.Now;
            return ahead + (last == DateTimeOffset.MinValue || free < TimeSpan.Zero ? TimeSpan.Zero : free);
        }
    }

    /// <summary>"Twilio will reject requests to place calls that will not be placed within 24 hours."</summary>
    public bool IsFull => Wait > Longest;

    private TimeSpan? Interval => exchange.Settings.CallsPerSecond is > 0 and var calls ? TimeSpan.FromSeconds(1 / calls) : null;

    /// <summary>Returns when it is this leg's turn to be dialled.</summary>
    public async Task Turn(Leg leg)
    {
        if (Interval is not { } interval)
            return;
        var place = (leg, Front: new Signal());
        line.Add(place);
        try
        {
            if (line[0].Leg != leg)
                await place.Front.Wait(leg.Token);
            if (last != DateTimeOffset.MinValue && last + interval - exchange.Time.Now is var left && left > TimeSpan.Zero)
                await leg.Pass(left, leg.Token);
            last = exchange.Time.Now;
        }
        finally
        {
            line.Remove(place);
            if (line.Count > 0)
                line[0].Front.Set();
        }
    }
}
