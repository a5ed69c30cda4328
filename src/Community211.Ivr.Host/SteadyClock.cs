namespace Community211.Ivr.Host;

/// <summary>The time of the floor: it never goes back, whatever is done to the machine's clock. Who came first stays first.</summary>
internal sealed class SteadyClock(TimeProvider inner) : TimeProvider
{
    private long _latest;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = inner.GetUtcNow().UtcTicks;
        while (true)
        {
            var latest = Volatile.Read(ref _latest);
            if (now <= latest)
                return new DateTimeOffset(latest, TimeSpan.Zero);
            if (Interlocked.CompareExchange(ref _latest, now, latest) == latest)
                return new DateTimeOffset(now, TimeSpan.Zero);
        }
    }

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
