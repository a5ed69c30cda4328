using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Community211.Ivr.Host.Workers;

/// <summary>Works when it is woken, or when the time that it named has come. After a failure it tries again in a second.</summary>
internal abstract partial class WakingWorker(ChannelReader<bool> wake, IWorkerTurns turns, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    protected TimeProvider Clock => clock;

    /// <summary>Does what there is to do; returns when to look again by time alone, null: when woken.</summary>
    protected abstract Task<DateTimeOffset?> RunOnce(CancellationToken stop);

    [SuppressMessage("Design", "CA1031", Justification = "A worker outlives every failure.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next;
            try
            {
                await turns.Take(GetType().Name, stoppingToken);
                next = await RunOnce(stoppingToken);
            }
            catch (Exception problem) when (stoppingToken.IsCancellationRequested || problem is ObjectDisposedException)
            {
                // The service stops, or could not start.
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem, GetType().Name);
                next = clock.GetUtcNow() + AfterFailure;
            }
            await Wait(next, stoppingToken);
        }
    }

    private async Task Wait(DateTimeOffset? next, CancellationToken stop)
    {
        var time = next - clock.GetUtcNow();
        if (time <= TimeSpan.Zero)
            return;
        using var alarm = time is { } t ? new CancellationTokenSource(Whole(t < Longest ? t : Longest), clock) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, stop);
        try
        {
            await wake.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The alarm rang, or the service stops; the loop tells which.
        }
    }

    /// <summary>Timers count whole milliseconds and cut the rest off: an alarm that rang early would ring again at once, and again.</summary>
    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Worker} failed and tries again.")]
    private static partial void LogFailed(ILogger log, Exception problem, string worker);
}
