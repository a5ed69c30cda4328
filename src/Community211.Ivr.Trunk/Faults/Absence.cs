using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>The carrier is away for a while; whoever needs it waits.</summary>
internal sealed class Absence(TrunkTime time, TrunkLog log)
{
    private Signal? over;
    private ITimer? timer;

    public bool Lasts => over is not null;

    public void Begin(TimeSpan length)
    {
        over ??= new Signal();
        timer?.Dispose();
        timer = time.Timer(End);
        timer.Change(length, Timeout.InfiniteTimeSpan);
    }

    public void End()
    {
        if (over is not { } waited)
            return;
        (over, var done) = (null, timer);
        timer = null;
        done?.Dispose();
        log.Tell(null, time.Now, "back");
        waited.Set();
    }

    public Task Over() => over?.Wait(CancellationToken.None) ?? Task.CompletedTask;
}
