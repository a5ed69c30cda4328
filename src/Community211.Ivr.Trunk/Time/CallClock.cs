namespace Community211.Ivr.Trunk.Time;

/// <summary>A call's own clock: real time plus what was skipped. All waits of one leg are kept here.</summary>
internal sealed class CallClock : IDisposable
{
    // System timers count whole milliseconds and may fire a fraction early.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);
    private readonly TrunkTime time;
    private readonly bool fast;
    private readonly DateTimeOffset start;
    private readonly List<Waiting> waits = [];
    private readonly ITimer timer;
    private TimeSpan skipped;
    private int real;
    private bool disposed;

    public CallClock(TrunkTime time, bool fast)
    {
        this.time = time;
        this.fast = fast;
        start = time.Now;
        timer = time.Timer(Fire);
        if (fast)
            time.Fast.Add(this);
    }

    public bool IsFast => fast;

    public TimeSpan Now => time.Now - start + skipped;

    /// <summary>The shortest way to something worth skipping to; null while this clock must run in real time.</summary>
    public TimeSpan? Skippable => real > 0 || !waits.Exists(wait => wait.MaySkip) ? null : Positive(waits.Min(wait => wait.Due) - Now);

    /// <summary>From here on time is real (in a queue, alone in a room, a request in flight) until <see cref="LeaveReal"/>.</summary>
    public void EnterReal()
    {
        real++;
    }

    public void LeaveReal() => real--;

    public void Skip(TimeSpan length)
    {
        if (real > 0)
            return;
        skipped += length;
        Fire();
    }

    public async Task Delay(TimeSpan length, CancellationToken token, bool maySkip = true)
    {
        var due = new Signal();
        using (Schedule(length, due.Set, maySkip))
            await due.Wait(token);
    }

    /// <summary>Does something later. <paramref name="maySkip"/> false: a deadline nobody would fast-forward to.</summary>
    public IDisposable Schedule(TimeSpan length, Action action, bool maySkip = true)
    {
        var wait = new Waiting(this, Now + length, action, maySkip);
        if (disposed)
            return wait;
        waits.Add(wait);
        Arm();
        return wait;
    }

    public void Dispose()
    {
        disposed = true;
        waits.Clear();
        time.Fast.Remove(this);
        timer.Dispose();
    }

    private void Arm()
    {
        if (!disposed && waits.Count > 0)
            timer.Change(Positive(waits.Min(wait => wait.Due) - Now), Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        while (waits.Where(wait => wait.Due <= Now + Tolerance).MinBy(wait => wait.Due) is { } next)
        {
            waits.Remove(next);
            next.Action();
        }
        Arm();
    }

    private static TimeSpan Positive(TimeSpan length) => length < TimeSpan.Zero ? TimeSpan.Zero : length;

    private sealed record Waiting(CallClock Clock, TimeSpan Due, Action Action, bool MaySkip) : IDisposable
    {
        public bool Equals(Waiting? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public void Dispose() => Clock.waits.Remove(this);
    }
}
