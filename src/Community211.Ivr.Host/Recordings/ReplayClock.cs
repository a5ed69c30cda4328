namespace Community211.Ivr.Host.Recordings;

/// <summary>The time of a recording; moves only forward, and only when told.</summary>
internal sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset time) => _now = time > _now ? time : _now;
}
