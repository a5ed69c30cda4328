namespace Community211.Ivr.Shared.Tests;

/// <summary>Time that moves only when told, from one timer to the next. Timers of the same moment fire in the order in which they were set.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<VirtualTimer> armed = new(Comparer<VirtualTimer>.Create((a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number)));
    private DateTimeOffset now = start;
    private long last;

    public VirtualClock()
        : this(new DateTimeOffset(2026, 11, 3, 14, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves to the next timer and fires it alone, though others may be due at the same moment: what one sets off would else run beside
    /// the firing of the next, in an order that a scheduler decides. False when nothing is due up to the limit.
    /// </summary>
    public bool MoveToNext(DateTimeOffset limit)
    {
        VirtualTimer next;
        lock (gate)
        {
            if (armed.Min is not { } first || first.Due > limit)
                return false;
            next = first;
            now = next.Due > now ? next.Due : now;
            armed.Remove(next);
        }
        next.Fire();
        return true;
    }

    /// <summary>Moves without firing anything.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        lock (gate)
            now = moment > now ? moment : now;
    }

    private sealed class VirtualTimer(VirtualClock clock, Action fire) : ITimer
    {
        private TimeSpan every;

        public DateTimeOffset Due { get; private set; }

        public long Number { get; private set; }

        public void Fire()
        {
            if (every > TimeSpan.Zero)
                Change(every, every);
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.armed.Remove(this);
                every = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                (Due, Number) = (clock.now + dueTime, ++clock.last);
                clock.armed.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
