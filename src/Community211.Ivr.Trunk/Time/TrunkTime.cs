namespace Community211.Ivr.Trunk.Time;

/// <summary>
/// The only place where the trunk waits. It knows whether any strand is still running, so that a driver with a
/// clock of its own moves that clock only while <see cref="Idle"/>; an HTTP request in flight counts as busy.
/// </summary>
public sealed class TrunkTime
{
    private readonly Lane lane;
    private readonly TimeProvider clock;
    private readonly FastForward fast = new();

    public TrunkTime(TimeProvider clock)
    {
        this.clock = clock;
        lane = new Lane(fast.Jump);
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Nothing runs, nothing is about to run, no request is in flight: only the clock can wake the trunk.</summary>
    public bool Idle => lane.Idle;

    public Task WhenIdle() => lane.WhenIdle();

    internal FastForward Fast => fast;

    internal TimeProvider Clock => clock;

    /// <summary>Runs a strand; its continuations stay on the lane.</summary>
    internal Task Run(Func<Task> strand) =>
        Task.Factory.StartNew(strand, CancellationToken.None, TaskCreationOptions.None, lane).Unwrap();

    internal Task<T> Run<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, lane);

    /// <summary>Like <see cref="Run(Func{Task})"/>, with a result.</summary>
    internal Task<T> RunStrand<T>(Func<Task<T>> strand) =>
        Task.Factory.StartNew(strand, CancellationToken.None, TaskCreationOptions.None, lane).Unwrap();

    internal void Post(Action work) =>
        _ = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, lane);

    /// <summary>Counts something outside the lane (a request) as busy until disposed.</summary>
    internal IDisposable Busy()
    {
        lane.Hold();
        return new Released(lane);
    }

    /// <summary>A timer whose callback runs on the lane and is counted before it is scheduled.</summary>
    internal ITimer Timer(Action onLane) =>
        clock.CreateTimer(_ => Post(onLane), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    internal async Task Delay(TimeSpan length, CancellationToken token = default)
    {
        var due = new Signal();
        using var timer = Timer(due.Set);
        timer.Change(length, Timeout.InfiniteTimeSpan);
        await due.Wait(token);
    }

    private sealed class Released(Lane lane) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                lane.Release();
        }
    }
}
