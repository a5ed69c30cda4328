using System.Threading.Channels;
using Community211.Ivr.Host.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Host;

public sealed class WakingWorkerTests
{
    /// <summary>Timers cut fractions of a millisecond off: the alarm rang at once, found nothing due, and was set again, in a circle.</summary>
    [Fact]
    public async Task Alarm_InLessThanAMillisecond_IsSetAWholeOneAhead()
    {
        var clock = new WatchedClock();
        using var worker = new Restless(clock);
        await worker.StartAsync(TestContext.Current.CancellationToken);

        var first = await Task.WhenAny(clock.Set, worker.RanAgain);

        Assert.Same(clock.Set, first);
        Assert.Equal(TimeSpan.FromMilliseconds(1), await clock.Set);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Restless(TimeProvider clock) : WakingWorker(Channel.CreateBounded<bool>(1).Reader, new TurnsAtOnce(), clock, NullLogger.Instance)
    {
        public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(0.4);
        private readonly TaskCompletionSource<TimeSpan> again = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int runs;

        public Task<TimeSpan> RanAgain => again.Task;

        protected override Task<DateTimeOffset?> RunOnce(CancellationToken stop)
        {
            if (++runs > 1)
                again.TrySetResult(TimeSpan.Zero);
            return Task.FromResult<DateTimeOffset?>(Clock.GetUtcNow() + Gap);
        }
    }

    private sealed class WatchedClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> set = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The first alarm.</summary>
        public Task<TimeSpan> Set => set.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            set.TrySetResult(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
