using System.Collections.Concurrent;

namespace Community211.Ivr.Tests.Carrier.Rest;

/// <summary>
/// A clock on which whatever waits less than an attempt may take is over at once, so that retries cost no time, while attempts run out
/// only when told. Its hands move by hand.
/// </summary>
internal sealed class HastyTime : TimeProvider
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<Timer> _attempts = new();

    private DateTimeOffset _now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Move(TimeSpan by) => _now += by;

    /// <summary>The attempts under way have taken too long.</summary>
    public void RunOut()
    {
        while (_attempts.TryDequeue(out var attempt))
            attempt.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, this);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state, HastyTime time) : ITimer
    {
        private volatile bool _over;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= Attempt)
                time._attempts.Enqueue(this);
            else if (dueTime >= TimeSpan.Zero)
                Fire();
            return true;
        }

        public void Dispose() => _over = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>On another thread, as a timer does.</summary>
        public void Fire() => ThreadPool.QueueUserWorkItem(_ =>
        {
            if (!_over)
                callback(state);
        });
    }
}
